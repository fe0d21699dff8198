// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/inks.h"
#include "timeline/timelinestate.h"

#include <QWidget>

namespace lapwing::ui {

/// The axis over the rows: ticks, and how many downloads there may be at once as a line with its changes. A drag
/// over it chooses a stretch, a click clears it.
class AxisHeader : public QWidget {
    Q_OBJECT

public:
    AxisHeader(const TimelineState &state, QWidget *parent);

    /// Between ticks there is room for the longest text of one.
    [[nodiscard]] static double apart(const QFontMetrics &metrics);

Q_SIGNALS:
    void stretchDragged(const lapwing::ui::Stretch &stretch);
    void stretchDropped(); ///< the last one dragged is the one
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintTicks(QPainter &painter, const Inks &inks) const;
    void paintAtOnce(QPainter &painter, const Inks &inks) const;
    void paintChange(QPainter &painter, const Inks &inks, const QPointF &at, int atOnce) const;
    void paintStretch(QPainter &painter) const;
    [[nodiscard]] QString tipAt(double x) const;

    const TimelineState &m_state;
    std::optional<double> m_pressed; ///< where the left button went down
    bool m_isDragging = false;
};

} // namespace lapwing::ui
