// SPDX-License-Identifier: MIT
#include "list/keepinsight.h"

#include "list/taskorder.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace lapwing::ui {

KeepInSight::KeepInSight(QTableView *table, TaskOrder *order) : QObject(table), m_table(table)
{
    connect(order, &TaskOrder::layoutAboutToBeChanged, this, &KeepInSight::note);
    connect(order, &TaskOrder::layoutChanged, this, &KeepInSight::restore);
}

void KeepInSight::note()
{
    const QRect rows = m_table->viewport()->rect();
    const QModelIndex current = m_table->currentIndex();
    m_rowsAbove.reset();
    if (current.isValid() && m_table->visualRect(current).intersects(rows))
        m_rowsAbove = current.row() - m_table->rowAt(0);
}

void KeepInSight::restore()
{
    if (!m_rowsAbove || !m_table->currentIndex().isValid())
        return;
    m_table->doItemsLayout(); // the range of the scroll bar follows the rows only then
    const bool countsRows = m_table->verticalScrollMode() == QAbstractItemView::ScrollPerItem;
    const int step = countsRows ? 1 : m_table->verticalHeader()->defaultSectionSize();
    m_table->verticalScrollBar()->setValue((m_table->currentIndex().row() - *m_rowsAbove) * step);
}

} // namespace lapwing::ui
