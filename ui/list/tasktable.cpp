// SPDX-License-Identifier: MIT
#include "list/tasktable.h"

#include "letterwidth.h"
#include "list/cells/celldelegate.h"
#include "list/cells/progresscell.h"
#include "list/cells/statuscell.h"
#include "list/columns/columns.h"
#include "list/taskorder.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>

namespace lapwing::ui {

void setUpTaskTable(QTableView *table, TaskOrder *order)
{
    table->setModel(order);
    table->setItemDelegate(new CellDelegate(drawPlain, table));
    table->setItemDelegateForColumn(static_cast<int>(ColumnId::Status),
                                    new CellDelegate(drawStatus, table));
    table->setItemDelegateForColumn(static_cast<int>(ColumnId::Progress),
                                    new CellDelegate(drawProgress, table));
    // Fixed: looking at the contents of every row costs a long list 30 times as much (measured).
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 3 / 2);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    // One in which nothing is selected: Qt would ask for the flags of each selected cell, column by column, whenever the
    // header is painted (QHeaderView::paintSection, isColumnSelected), for a mark that is not shown.
    header->setSelectionModel(new QItemSelectionModel(order, header));
    header->setSortIndicatorClearable(true); // by a third click
    header->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->setDragEnabled(true); // a finished file, out of the window
    table->setDragDropMode(QAbstractItemView::DragOnly);
    setDefaultColumns(table);
}

void setDefaultColumns(QTableView *table)
{
    const QFontMetrics metrics = table->fontMetrics();
    const int margin = 2 * letterWidth(metrics);
    QHeaderView *header = table->horizontalHeader();
    for (const Column &column : columns()) {
        const int section = static_cast<int>(column.id);
        header->moveSection(header->visualIndex(section), section);
        table->setColumnHidden(section, !column.isShown);
        table->setColumnWidth(section,
                              metrics.horizontalAdvance(QString::fromUtf8(column.sample)) + margin);
    }
}

} // namespace lapwing::ui
