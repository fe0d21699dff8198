// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"

#include <QHash>
#include <QImage>
#include <QWidget>

#include <chrono>
#include <functional>

namespace lapwing::ui {

/// An SVG that is drawn off the window's thread, in strips as they come into sight: 500 lines of text take 300 ms
/// (measured), at each repaint.
class SvgView : public QWidget {
    Q_OBJECT

public:
    explicit SvgView(QWidget *parent = nullptr) : QWidget(parent) { }

    /// make() is called on another thread. What was shown before stays until its answer is there.
    void load(std::function<QByteArray()> make);
    /// Smaller than it was made where `width` is, down to what can still be read.
    void fitTo(int width);
    /// As it was made.
    [[nodiscard]] QSize sizeHint() const override { return m_made; }

Q_SIGNALS:
    void loaded(); ///< the widget has the size of the picture now

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const QByteArray &svg, const QSize &size);
    void fit();
    void forgetStrips();
    void ask(int strip);
    void keep(int strip, const QImage &image);

    QByteArray m_svg;
    QSize m_made;   ///< the size that the SVG has of itself
    int m_room = 0; ///< 0: whatever it needs
    int m_load =
        0; ///< counts load() and changes of the pixel ratio: older strips are not shown any more
    qreal m_pixelRatio = 0;
    QHash<int, QImage> m_strips; ///< by their place from the top; null: it is being drawn
    BackgroundQueue m_drawing{std::chrono::seconds(3), BackgroundQueue::Leaving::AtOnce};
};

} // namespace lapwing::ui
