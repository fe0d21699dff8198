// SPDX-License-Identifier: MIT
#include "list/cells/celldelegate.h"

#include "isolated.h"
#include "list/statusstyle.h"
#include "list/taskmodel.h"

#include <QApplication>
#include <QPainter>

namespace lapwing::ui {

void Cell::drawOrdinary(QPainter *painter)
{
    option.text = isolated(option.text, option.direction);
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
}

QColor Cell::textColour() const
{
    return option.palette.color(isSelected() ? QPalette::HighlightedText : QPalette::Text);
}

void drawPlain(QPainter *painter, Cell cell)
{
    cell.option.text = isolated(cell.option.text, cell.option.direction);
    cell.drawOrdinary(painter);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto state = static_cast<record::TaskState>(index.data(TaskModel::StateRole).toInt());
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    Cell cell{option, index, state, style};
    initStyleOption(&cell.option, index);
    if (state == record::TaskState::Failed)
        cell.option.backgroundBrush = tintOf(state, cell.option.palette);
    // Whole rows are selected: the current one is marked only where that does not say it.
    if (cell.isSelected())
        cell.option.state &= ~QStyle::State_HasFocus;
    painter->save();
    m_draw(painter, std::move(cell));
    painter->restore();
}

} // namespace lapwing::ui
