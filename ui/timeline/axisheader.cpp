// SPDX-License-Identifier: MIT
#include "timeline/axisheader.h"

#include "letterwidth.h"
#include "text/amounts.h"
#include "timeline/axis.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {

using record::Stamp;
using report::ColorRole;

AxisHeader::AxisHeader(const TimelineState &state, QWidget *parent)
    : QWidget(parent), m_state(state)
{
    setObjectName(QStringLiteral("axis"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::SplitHCursor);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Button);
}

double AxisHeader::apart(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("0:00:00 s "));
}

void AxisHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Inks inks(palette(), devicePixelRatioF());
    paintStretch(painter);
    paintAtOnce(painter, inks);
    paintTicks(painter, inks);
    painter.setPen(inks.colour(ColorRole::Rule));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (!parentWidget()->hasFocus())
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.backgroundColor = palette().color(QPalette::Button);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

void AxisHeader::paintTicks(QPainter &painter, const Inks &inks) const
{
    const TimeRange &range = m_state.range;
    const double margin = letterWidth(fontMetrics()) / 2.;
    const double wide = apart(fontMetrics());
    for (const Tick &tick : ticksOf(range, wide)) {
        const double x = std::round(range.x(tick.at)) + 0.5;
        painter.setPen(inks.colour(ColorRole::Muted));
        painter.drawLine(QPointF(x, height() * 2 / 3.), QPointF(x, height()));
        painter.setPen(palette().color(QPalette::ButtonText));
        const double room = range.isMirrored() ? x : width() - x;
        if (room < margin + fontMetrics().horizontalAdvance(tick.text))
            continue; // it would be cut at the edge
        const QRectF box(range.isMirrored() ? x - margin - wide : x + margin, -1, wide,
                         fontMetrics().height());
        painter.drawText(box, atStart(range, Qt::AlignTop), tick.text);
    }
}

/// A step line over the lower edge, with a dot and the number at each change.
void AxisHeader::paintAtOnce(QPainter &painter, const Inks &inks) const
{
    const record::RunFacts &facts = m_state.facts;
    int max = facts.atOnce;
    for (const record::AtOnceChange &change : facts.atOnceChanges)
        max = std::max(max, change.atOnce);
    if (m_state.range.end() == Stamp{} || max <= 0)
        return;
    const double floor = height() - 2;
    const double room = std::max(4., height() - fontMetrics().height() - 2.); // below the times
    const auto pointAt = [&](Stamp at, int atOnce) {
        return QPointF(std::clamp(m_state.range.x(at), -64., width() + 64.),
                       floor - room * atOnce / max);
    };
    QPainterPath line(pointAt({}, facts.atOnce));
    int level = facts.atOnce;
    for (const record::AtOnceChange &change : facts.atOnceChanges) {
        line.lineTo(pointAt(change.at, level));
        level = change.atOnce;
        line.lineTo(pointAt(change.at, level));
    }
    line.lineTo(pointAt(m_state.range.end(), level));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(inks.colour(ColorRole::Receive), 1.5));
    painter.drawPath(line);
    for (const record::AtOnceChange &change : facts.atOnceChanges)
        paintChange(painter, inks, pointAt(change.at, change.atOnce), change.atOnce);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void AxisHeader::paintChange(QPainter &painter, const Inks &inks, const QPointF &at,
                             int atOnce) const
{
    painter.setBrush(inks.colour(ColorRole::Receive));
    painter.drawEllipse(at, 2.5, 2.5);
    painter.setBrush(Qt::NoBrush);
    painter.save();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::ButtonText));
    const double wide = 64;
    const QRectF box(m_state.range.isMirrored() ? at.x() - 4 - wide : at.x() + 4, 0, wide,
                     height());
    painter.drawText(box, atStart(m_state.range, Qt::AlignBottom), QLocale().toString(atOnce));
    painter.restore();
}

void AxisHeader::paintStretch(QPainter &painter) const
{
    if (!m_state.stretch)
        return;
    const double from = m_state.range.x(m_state.stretch->from);
    const double to = m_state.range.x(m_state.stretch->to);
    QColor colour = palette().color(QPalette::Highlight);
    colour.setAlphaF(0.45F);
    painter.fillRect(QRectF(std::min(from, to), 0, std::abs(to - from), height()), colour);
}

void AxisHeader::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position().x();
}

void AxisHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const double x = event->position().x();
    m_isDragging = m_isDragging || std::abs(x - *m_pressed) >= QApplication::startDragDistance();
    if (!m_isDragging)
        return;
    const Stamp one = m_state.range.timeAt(*m_pressed);
    const Stamp other = m_state.range.timeAt(x);
    const Stamp end = m_state.range.end();
    Q_EMIT stretchDragged({std::min({one, other, end}), std::min(std::max(one, other), end)});
}

void AxisHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (std::exchange(m_isDragging, false))
        Q_EMIT stretchDropped();
    else
        Q_EMIT clicked();
}

bool AxisHeader::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos().x()), this);
    return true;
}

QString AxisHeader::tipAt(double x) const
{
    const Stamp moment = m_state.range.timeAt(x);
    const QString tip = tr("%1: %2 at once.\nDrag to select a period, turn the wheel to zoom.")
                            .arg(isolated(text::asFineTime(moment)),
                                 QLocale().toString(atOnceAt(m_state.facts, moment)));
    return m_state.isOfOneFile ? tr("This is the run of the one file tried last.") + u'\n' + tip
                               : tip;
}

} // namespace lapwing::ui
