// SPDX-License-Identifier: MIT
#include "summary/durationbar.h"

#include "isolated.h"
#include "letterwidth.h"
#include "list/statusstyle.h"

#include <QPainter>
#include <QStyle>

#include <utility>

namespace lapwing::ui {

DurationBar::DurationBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DurationBar::setBar(Kind kind, double low, double high)
{
    if (kind == m_kind && low == m_low && high == m_high)
        return;
    m_kind = kind;
    m_low = low;
    m_high = high;
    update();
}

void DurationBar::setScaleEnd(const QString &end)
{
    if (std::exchange(m_scaleEnd, end) != end)
        update();
}

QSize DurationBar::sizeHint() const
{
    return {letterWidth(fontMetrics()) * 40, fontMetrics().height()};
}

QSize DurationBar::minimumSizeHint() const
{
    return {letterWidth(fontMetrics()) * 8, fontMetrics().height()};
}

void DurationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF whole = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    painter.fillRect(whole, palette().color(QPalette::AlternateBase));
    painter.save();
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    paintBar(painter, whole);
    painter.restore();
    paintScaleEnd(painter);
}

void DurationBar::paintBar(QPainter &painter, const QRectF &whole) const
{
    using record::TaskState;
    const auto part = [&whole](double from, double to) {
        return QRectF(whole.left() + whole.width() * from, whole.top(), whole.width() * (to - from),
                      whole.height());
    };
    const QColor colour = colourOf(
        m_kind == Kind::Together ? TaskState::Downloading : TaskState::Cancelled, palette());
    const QRectF solid = part(0, m_low);
    painter.setPen(colour);
    if (m_low > 0) {
        painter.fillRect(
            solid, QBrush(colour, m_kind == Kind::Estimated ? Qt::BDiagPattern : Qt::SolidPattern));
        painter.drawRect(solid);
    }
    if (m_high > m_low) {
        const QRectF range = part(m_low, m_high);
        painter.fillRect(range, QBrush(colour, Qt::Dense6Pattern));
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.drawRect(range);
    }
}

void DurationBar::paintScaleEnd(QPainter &painter) const
{
    const int space = letterWidth(fontMetrics());
    const int needed = fontMetrics().horizontalAdvance(m_scaleEnd) + 2 * space;
    if (m_scaleEnd.isEmpty() || needed > width() * (1 - m_high))
        return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const auto end = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
    painter.drawText(rect().adjusted(space, 0, -space, 0), static_cast<int>(end | Qt::AlignVCenter),
                     isolated(m_scaleEnd, this));
}

} // namespace lapwing::ui
