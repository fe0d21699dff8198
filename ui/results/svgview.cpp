// SPDX-License-Identifier: MIT
#include "results/svgview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr int stripHeight = 512; ///< pixels of the widget
constexpr int stripsBeyond = 4;  ///< that are kept above and below what is in sight
/// In letters of fewer dots it is not read with ease; smaller than half its size, not on any screen.
constexpr double leastScale = 0.8, leastScaleOfAny = 0.5;
constexpr int scaleSteps =
    20; ///< of the scale: while a window is resized it is not drawn at each width

QImage drawn(const QByteArray &svg, int strip, const QSize &size, qreal pixelRatio)
{
    QSvgRenderer renderer(svg);
    QImage image((QSizeF(size.width(), stripHeight) * pixelRatio).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, -strip * stripHeight), size));
    return image;
}

} // namespace

void SvgView::load(std::function<QByteArray()> make)
{
    const auto work = [make = std::move(make)] {
        const QByteArray svg = make();
        return std::pair(svg, QSvgRenderer(svg).defaultSize());
    };
    m_drawing.run(
        work, [this](const std::pair<QByteArray, QSize> &made) { take(made.first, made.second); });
}

void SvgView::take(const QByteArray &svg, const QSize &size)
{
    m_svg = svg;
    m_made = size;
    forgetStrips();
    fit();
    Q_EMIT loaded();
}

void SvgView::fitTo(int width)
{
    if (std::exchange(m_room, width) != width)
        fit();
}

void SvgView::fit()
{
    if (m_made.isEmpty())
        return;
    const double least = std::max(leastScale / devicePixelRatioF(), leastScaleOfAny);
    const double wanted = m_room > 0
        ? std::floor(scaleSteps * static_cast<double>(m_room) / m_made.width()) / scaleSteps
        : 1.0;
    const QSize size = m_made * std::clamp(wanted, least, 1.0);
    if (size != this->size())
        forgetStrips();
    setFixedSize(size);
}

void SvgView::forgetStrips()
{
    m_strips.clear();
    ++m_load;
    update();
}

void SvgView::paintEvent(QPaintEvent *event)
{
    if (m_svg.isEmpty())
        return;
    if (std::exchange(m_pixelRatio, devicePixelRatioF()) != devicePixelRatioF())
        forgetStrips();
    const QRect inSight = visibleRegion().boundingRect() | event->rect();
    m_strips.removeIf([inSight](const auto &strip) {
        return strip.key() < inSight.top() / stripHeight - stripsBeyond
            || strip.key() > inSight.bottom() / stripHeight + stripsBeyond;
    });
    QPainter painter(this);
    for (int strip = event->rect().top() / stripHeight;
         strip <= event->rect().bottom() / stripHeight; ++strip) {
        if (!m_strips.contains(strip))
            ask(strip);
        painter.drawImage(QPointF(0, strip * stripHeight), m_strips[strip]);
    }
}

void SvgView::ask(int strip)
{
    m_strips.insert(strip, {});
    m_drawing.run([svg = m_svg, strip, size = size(),
                   ratio = m_pixelRatio] { return drawn(svg, strip, size, ratio); },
                  [this, strip, load = m_load](const QImage &image) {
                      if (load == m_load)
                          keep(strip, image);
                  });
}

/// One that has been left far behind meanwhile is drawn again when it is needed.
void SvgView::keep(int strip, const QImage &image)
{
    const auto place = m_strips.find(strip);
    if (place == m_strips.end())
        return;
    *place = image;
    update(0, strip * stripHeight, width(), stripHeight);
}

} // namespace lapwing::ui
