// SPDX-License-Identifier: MIT
#include "outlinedstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace lapwing::ui {
namespace {

/// Of the colour of the text: 3 to 1 against a light window and a dark one (WCAG 2.2, 1.4.11).
constexpr int alphaOfOutline = 128;

} // namespace

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("fusion")) { }

// Where QFusionStyle::drawPrimitive() (6.4 and 6.8) draws its own.
void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRound = element == PE_IndicatorRadioButton;
    const QStyle::State focus = State_HasFocus | State_KeyboardFocusChange;
    if ((!isRound && element != PE_IndicatorCheckBox) || (option->state & focus) == focus)
        return; // the colour of the focus stays
    QColor outline = option->palette.color(QPalette::WindowText);
    outline.setAlpha(alphaOfOutline);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    const QRect rect = option->rect;
    if (isRound) {
        const qreal radius = (rect.width() + (rect.width() + 1) % 2) / 2. - 1;
        painter->drawEllipse(QPointF(rect.center() + QPoint(1, 1)), radius, radius);
    } else {
        painter->drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

} // namespace lapwing::ui
