// SPDX-License-Identifier: MIT
#include "timeline/barpainter.h"

#include "text/amounts.h"
#include "timeline/axis.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {

using report::ColorRole;
using report::Part;

QRectF boxOf(const TimeRange &range, record::Stamp from, record::Stamp to, double top,
             double height)
{
    // A raster has no use for what is far outside, and does not count that far.
    const double margin = 64;
    const double left = std::clamp(range.x(from), -margin, range.width() + margin);
    const double right = std::clamp(range.x(to), -margin, range.width() + margin);
    const double width = std::max(std::abs(right - left), report::thinnest);
    return {right < left ? left - width : left, top, width, height};
}

BarPainter::BarPainter(QPainter &painter, const Inks &inks, const TimeRange &range)
    : m_painter(painter), m_inks(inks), m_range(range)
{
}

void BarPainter::draw(const TaskBar &bar, double top, double height)
{
    double drawnTo = -1e9; // pieces of the same pixel are drawn once
    for (const BarPiece &piece : bar.pieces) {
        const QRectF box = boxOf(m_range, piece.from, piece.to, top, height);
        const bool isGap = piece.part == Part::Unexplained && box.width() < 1;
        const double far = m_range.isMirrored() ? -box.left() : box.right();
        if (isHidden(box) || isGap || far < drawnTo + 0.5)
            continue;
        drawnTo = far;
        drawPiece(piece, box);
    }
    double crossed = -1e9;
    for (const record::Stamp failure : bar.failures) {
        const double x = m_range.x(failure);
        const double far = m_range.isMirrored() ? -x : x;
        if (x < -height || x > m_range.width() + height || far < crossed + height / 2)
            continue;
        crossed = far;
        const double away = height * 0.55;
        drawCross(m_range.isMirrored() ? x - away : x + away, top + height / 2, height * 0.6);
    }
}

void BarPainter::drawPart(Part part, const QRectF &box)
{
    const report::PartLook &look = report::lookOf(part);
    if (look.isLine) {
        drawMiddleLine(part, box);
        return;
    }
    const QColor ink = m_inks.colour(look.ink);
    if (look.isFilled)
        m_painter.fillRect(box, m_inks.fillOf(look));
    const bool isFramed = !look.isFilled || m_inks.isHighContrast();
    if (isFramed && box.width() > 2) {
        m_painter.setPen(ink);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    } else if (isFramed) {
        m_painter.fillRect(box, ink);
    }
    if (box.width() > 3)
        m_inks.drawHatch(m_painter, box, look.hatch, m_inks.hatchColourOf(look));
}

void BarPainter::drawPiece(const BarPiece &piece, const QRectF &box)
{
    drawPart(piece.isHeld ? Part::Retry : piece.part, box);
    if (piece.isFailed && box.width() > 3 && report::fillOf(piece.part))
        m_inks.drawHatch(m_painter, box, report::Hatch::Falling, m_inks.colour(ColorRole::Bad));
    else
        drawWords(piece, box);
    if (piece.isLate)
        drawLateMark(m_range.x(piece.to), box.top());
}

void BarPainter::drawMiddleLine(Part part, const QRectF &box)
{
    const bool isPause = part == Part::Paused;
    QPen pen(m_inks.colour(ColorRole::Queued), isPause ? 2 : 1.2);
    if (isPause)
        pen.setDashPattern({0.5, 1.5});
    pen.setCapStyle(Qt::FlatCap);
    m_painter.setPen(pen);
    const double middle = std::round(box.center().y()) + 0.5;
    m_painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle));
}

/// What is in sight of a piece that says how long it took.
void BarPainter::drawWords(const BarPiece &piece, const QRectF &box)
{
    const bool hasWords = piece.part == Part::Wait || piece.part == Part::Receive;
    const QFontMetricsF metrics(m_painter.font());
    if (!hasWords || m_inks.isHighContrast() || metrics.height() > box.height() + 4)
        return;
    const QRectF seen = box & QRectF(0, box.top(), m_range.width(), box.height());
    const double room = seen.width() - 8;
    const QString time = isolated(text::asFineTime(piece.to - piece.from));
    for (const QString &text : {report::titleOf(piece.part).toLower() + u' ' + time, time}) {
        if (room < metrics.horizontalAdvance(u'x') * 4 || metrics.horizontalAdvance(text) > room)
            continue;
        m_painter.setPen(
            m_inks.colour(piece.part == Part::Wait ? ColorRole::OnLight : ColorRole::OnDark));
        m_painter.drawText(seen.adjusted(4, -2, -4, 2), atStart(m_range, Qt::AlignVCenter), text);
        return;
    }
}

void BarPainter::drawCross(double x, double middle, double size)
{
    const double half = size / 2 * 0.8;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_inks.colour(ColorRole::Bad), std::max(1.5, size / 5)));
    m_painter.drawLine(QPointF(x - half, middle - half), QPointF(x + half, middle + half));
    m_painter.drawLine(QPointF(x + half, middle - half), QPointF(x - half, middle + half));
    m_painter.restore();
}

void BarPainter::drawLateMark(double x, double top)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_inks.colour(ColorRole::Text), 0.8));
    m_painter.setBrush(m_inks.colour(ColorRole::Still));
    m_painter.drawPolygon(QPolygonF({{x, top - 3}, {x + 3, top}, {x, top + 3}, {x - 3, top}}));
    m_painter.restore();
}

bool BarPainter::isHidden(const QRectF &box) const
{
    return box.right() < 0 || box.left() > m_range.width();
}

} // namespace lapwing::ui
