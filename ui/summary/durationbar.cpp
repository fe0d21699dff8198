// SPDX-License-Identifier: MIT
#include "summary/durationbar.h"

#include "list/statusstyle.h"

#include <QPainter>

namespace lapwing::ui {

DurationBar::DurationBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DurationBar::setBar(Kind kind, double low, double high)
{
    m_kind = kind;
    m_low = low;
    m_high = high;
    update();
}

QSize DurationBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height()};
}

QSize DurationBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void DurationBar::paintEvent(QPaintEvent *)
{
    using record::TaskState;
    QPainter painter(this);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const QRectF whole = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    const auto part = [&whole](double from, double to) {
        return QRectF(whole.left() + whole.width() * from, whole.top(), whole.width() * (to - from),
                      whole.height());
    };
    const QColor colour = colourOf(
        m_kind == Kind::Together ? TaskState::Downloading : TaskState::Cancelled, palette());
    const QRectF solid = part(0, m_low);
    painter.fillRect(whole, palette().color(QPalette::AlternateBase));
    painter.fillRect(
        solid, QBrush(colour, m_kind == Kind::Estimated ? Qt::BDiagPattern : Qt::SolidPattern));
    painter.setPen(colour);
    if (m_low > 0)
        painter.drawRect(solid);
    if (m_high > m_low) {
        const QRectF range = part(m_low, m_high);
        painter.fillRect(range, QBrush(colour, Qt::Dense6Pattern));
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.drawRect(range);
    }
}

} // namespace lapwing::ui
