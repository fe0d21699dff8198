// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointF>

class QMouseEvent;
class QWheelEvent;
class QWidget;

namespace lapwing::ui {

/// Wheel and middle button over a widget that shows time. Wheel: the widget's own, or zoom, as `Wheel` says;
/// with Ctrl always zoom, with Shift or sideways always along the time.
class TimeGestures : public QObject {
    Q_OBJECT

public:
    enum class Wheel { Zooms, Scrolls };
    TimeGestures(QWidget *watched, Wheel wheel);

Q_SIGNALS:
    void zoomed(double x, int steps);
    void dragged(double pixels);
    void scrolled(QWheelEvent *event); ///< a plain wheel where it scrolls

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool take(QWheelEvent *event);
    bool take(QMouseEvent *event);

    QWidget *m_watched;
    Wheel m_wheel;
    int m_turned = 0; ///< since the last whole step, in eighths of a degree
    bool m_isDragging = false;
    QPointF m_last;
};

} // namespace lapwing::ui
