// SPDX-License-Identifier: MIT
#include "list/cells/statuscell.h"

#include "isolated.h"
#include "letterwidth.h"
#include "list/statusstyle.h"

#include <QPainter>

namespace lapwing::ui {

void drawStatus(QPainter *painter, Cell cell)
{
    // The style elides and draws the words beside an empty decoration, where the glyph then goes.
    QStyleOptionViewItem &option = cell.option;
    const QString glyph = glyphOf(cell.state);
    option.textElideMode = Qt::ElideRight; // a sentence is cut at its end
    option.text = isolated(option.text.mid(glyph.size() + 1), option.direction);
    const int indent =
        option.fontMetrics.horizontalAdvance(QStringLiteral("▶")) + letterWidth(option.fontMetrics);
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.decorationSize = QSize(indent, option.fontMetrics.height());
    cell.drawOrdinary(painter);

    const QRect place =
        cell.style->subElementRect(QStyle::SE_ItemViewItemDecoration, &option, option.widget);
    painter->setPen(cell.isSelected() ? cell.textColour() : colourOf(cell.state, option.palette));
    painter->drawText(place, Qt::AlignCenter, glyph);
}

} // namespace lapwing::ui
