// SPDX-License-Identifier: MIT
#include "statusdelegate.h"

#include "statuslook.h"
#include "taskmodel.h"

#include <QApplication>
#include <QPainter>

namespace lapwing::ui {

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto state = static_cast<record::TaskState>(index.data(TaskModel::StateRole).toInt());
    const bool selected = cell.state & QStyle::State_Selected;
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();

    // The style elides and draws the words beside an empty decoration, where the glyph then goes.
    const QString glyph = glyphOf(state);
    cell.textElideMode = Qt::ElideRight; // a sentence is cut at its end
    cell.text = cell.text.mid(glyph.size() + 1);
    const int indent = cell.fontMetrics.horizontalAdvance(QStringLiteral("▶"))
        + cell.fontMetrics.averageCharWidth();
    cell.features |= QStyleOptionViewItem::HasDecoration;
    cell.decorationSize = QSize(indent, cell.fontMetrics.height());
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QRect place =
        style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget);
    painter->save();
    painter->setPen(selected ? cell.palette.color(QPalette::HighlightedText)
                             : colourOf(state, cell.palette));
    painter->drawText(place, Qt::AlignCenter, glyph);
    painter->restore();
}

} // namespace lapwing::ui
