// SPDX-License-Identifier: MIT
#include "list/keepselected.h"

#include "list/taskmodel.h"
#include "list/taskorder.h"
#include "record/ledger.h"

#include <QItemSelection>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

std::size_t rowsIn(const QItemSelection &ranges)
{
    std::size_t rows = 0;
    for (const QItemSelectionRange &range : ranges)
        rows += static_cast<std::size_t>(range.height());
    return rows;
}

std::vector<record::IndexRun> runsOf(std::vector<int> rows)
{
    std::ranges::sort(rows);
    std::vector<record::IndexRun> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().last + 1 == row)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    return runs;
}

} // namespace

KeepSelected::KeepSelected(QTableView *table, TaskOrder *order)
    : QObject(table), m_table(table), m_order(order)
{
    connect(order, &TaskOrder::layoutAboutToBeChanged, this, &KeepSelected::take);
}

void KeepSelected::begin()
{
    connect(m_order, &TaskOrder::layoutChanged, this, &KeepSelected::restore);
}

void KeepSelected::take()
{
    const QItemSelection ranges = m_table->selectionModel()->selection();
    const std::size_t rows = rowsIn(ranges);
    const bool isAll = rows >= static_cast<std::size_t>(m_order->rowCount());
    if (rows <= fewRows && !isAll)
        return;
    m_rows.reserve(rows);
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_rows.push_back(m_order->ledgerRow(row));
    }
    m_table->selectionModel()->clearSelection();
}

void KeepSelected::restore()
{
    if (m_rows.empty())
        return;
    std::vector<int> rows;
    rows.reserve(m_rows.size());
    for (const int ledgerRow : m_rows) {
        const QModelIndex index = m_order->mapFromSource(m_order->tasks().index(ledgerRow, 0));
        if (index.isValid())
            rows.push_back(index.row());
    }
    const std::size_t count = std::exchange(m_rows, {}).size();
    const std::vector<record::IndexRun> runs = runsOf(std::move(rows));
    if (count > fewRows && runs.size() > mostRanges) {
        Q_EMIT dropped(static_cast<int>(count));
        return;
    }
    QItemSelection selection;
    for (const record::IndexRun &run : runs)
        selection.append(QItemSelectionRange(m_order->index(run.first, 0),
                                             m_order->index(run.last, m_order->columnCount() - 1)));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace lapwing::ui
