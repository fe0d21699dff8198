// SPDX-License-Identifier: MIT
#include "timeline/lanetitle.h"

#include "letterwidth.h"
#include "timeline/axis.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <utility>

namespace lapwing::ui {

LaneTitle::LaneTitle(QWidget *parent) : QToolButton(parent)
{
    setCheckable(true);
    setChecked(true);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QToolButton::toggled, this, &LaneTitle::turnArrow);
    turnArrow();
}

void LaneTitle::setWords(const QString &title, const QString &figures)
{
    const QString words = figures.isEmpty() ? title : tr("%1: %2").arg(title, figures);
    setText(words);
    setToolTip(words);
    setAccessibleName(title);
    setAccessibleDescription(figures);
}

QSize LaneTitle::sizeHint() const
{
    return {letterWidth(fontMetrics()) * 12, QToolButton::sizeHint().height()};
}

QSize LaneTitle::minimumSizeHint() const
{
    return sizeHint();
}

/// A heading and no button that is held down: the arrow says whether it is open.
void LaneTitle::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.state &= ~QStyle::State_On;
    const int arrow = option.iconSize.width() + 3 * letterWidth(fontMetrics());
    option.text = isolated(fontMetrics().elidedText(option.text, Qt::ElideRight, width() - arrow));
    if (isRightToLeft())
        drawMirrored(painter, option);
    else
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

/// Qt leaves the arrow on the left.
void LaneTitle::drawMirrored(QStylePainter &painter, QStyleOptionToolButton &option) const
{
    const auto arrow = isChecked() ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowLeft;
    const int side = option.iconSize.width();
    option.features &= ~QStyleOptionToolButton::Arrow;
    option.toolButtonStyle = Qt::ToolButtonTextOnly;
    const QString words = std::exchange(option.text, QString());
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    QStyleOption place = option;
    place.rect = QRect(width() - side - 2, (height() - side) / 2, side, side);
    painter.drawPrimitive(arrow, place);
    painter.drawItemText(rect().adjusted(0, 0, -side - letterWidth(fontMetrics()), 0),
                         Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, palette(),
                         isEnabled(), words, QPalette::ButtonText);
}

void LaneTitle::turnArrow()
{
    const Qt::ArrowType folded = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    setArrowType(isChecked() ? Qt::DownArrow : folded);
}

} // namespace lapwing::ui
