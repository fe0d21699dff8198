// SPDX-License-Identifier: MIT
#include "trial/chartcanvas.h"

#include "timeline/axis.h"

#include <QFontMetricsF>
#include <QStyle>

namespace lapwing::ui {

ChartCanvas::ChartCanvas(QPainter &painter, const Inks &inks, const QRectF &area, bool isMirrored)
    : m_painter(painter)
    , m_inks(inks)
    , m_area(area)
    , m_isMirrored(isMirrored)
    , m_bold(painter.font())
{
    m_bold.setBold(true);
    m_painter.setRenderHint(QPainter::Antialiasing);
}

double ChartCanvas::lineHeight() const
{
    return QFontMetricsF(m_painter.font()).height();
}

double ChartCanvas::widthOf(const QString &text, bool isBold) const
{
    return QFontMetricsF(isBold ? m_bold : m_painter.font()).horizontalAdvance(text);
}

QColor ChartCanvas::colour(report::ColorRole role, double opacity) const
{
    QColor colour = m_inks.colour(role);
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

QPointF ChartCanvas::pointAt(double x, double y) const
{
    return {m_isMirrored ? m_area.right() - x : m_area.left() + x, m_area.top() + y};
}

QRectF ChartCanvas::boxAt(const QRectF &box) const
{
    return QRectF(pointAt(box.left(), box.top()), pointAt(box.right(), box.bottom())).normalized();
}

void ChartCanvas::line(const QPointF &from, const QPointF &to, const QPen &pen) const
{
    m_painter.setPen(pen);
    m_painter.drawLine(pointAt(from.x(), from.y()), pointAt(to.x(), to.y()));
}

void ChartCanvas::curve(const QPolygonF &points, const QPen &pen) const
{
    QPolygonF placed;
    for (const QPointF &point : points)
        placed << pointAt(point.x(), point.y());
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(placed);
}

void ChartCanvas::fill(const QRectF &box, const QColor &colour) const
{
    m_painter.fillRect(boxAt(box), colour);
}

void ChartCanvas::frame(const QRectF &box, const QPen &pen) const
{
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(boxAt(box));
}

void ChartCanvas::dot(const QPointF &at, double radius, const QColor &colour, bool isFilled) const
{
    m_painter.setPen(QPen(colour, 1.6));
    m_painter.setBrush(isFilled ? QBrush(colour) : QBrush(Qt::NoBrush));
    m_painter.drawEllipse(pointAt(at.x(), at.y()), radius, radius);
}

void ChartCanvas::ring(const QPointF &at, double radius, const QPen &pen) const
{
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(pointAt(at.x(), at.y()), radius, radius);
}

void ChartCanvas::text(const QRectF &box, const QString &text, const Letters &letters) const
{
    const QFont plain = m_painter.font();
    if (letters.isBold)
        m_painter.setFont(m_bold);
    m_painter.setPen(m_inks.colour(letters.role));
    const auto direction = m_isMirrored ? Qt::RightToLeft : Qt::LeftToRight;
    const Qt::Alignment side = QStyle::visualAlignment(direction, letters.side);
    const Qt::Alignment place = side | Qt::AlignVCenter | Qt::AlignAbsolute;
    m_painter.drawText(boxAt(box), static_cast<int>(place.toInt()) | Qt::TextSingleLine,
                       m_isMirrored ? isolated(text) : text);
    m_painter.setFont(plain);
}

} // namespace lapwing::ui
