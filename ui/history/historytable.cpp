// SPDX-License-Identifier: MIT
#include "history/historytable.h"

#include "history/historycolumns.h"
#include "history/historymodel.h"
#include "isolateddelegate.h"
#include "letterwidth.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

/// How a date is written, and how wide that is, is a matter of the locale.
QString usualText(const HistoryColumn &column)
{
    if (column.id != HistoryColumnId::Started)
        return QString::fromUtf8(column.sample);
    store::RunSummary run;
    run.started = QDateTime({2000, 12, 28}, {22, 58});
    return dateOf(run);
}

} // namespace

void setUpHistoryTable(QTableView *table, HistoryOrder *runs)
{
    QHeaderView *header = table->horizontalHeader();
    table->setModel(runs);
    table->setItemDelegate(new IsolatedDelegate(table));
    header->setSectionsMovable(true);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 3 / 2);
    placeColumns(table, 0);
    table->sortByColumn(static_cast<int>(HistoryColumnId::Started), Qt::DescendingOrder);
}

void placeColumns(QTableView *table, int from)
{
    constexpr int host = static_cast<int>(HistoryColumnId::Host);
    const QFontMetrics metrics = table->fontMetrics();
    const int margin = 2 * letterWidth(metrics);
    QHeaderView *header = table->horizontalHeader();
    for (const HistoryColumn &column : historyColumns().subspan(static_cast<std::size_t>(from))) {
        const int section = static_cast<int>(column.id);
        const int sample = metrics.horizontalAdvance(usualText(column)) + margin;
        table->setColumnWidth(section, std::max(sample, header->sectionSizeHint(section)));
    }
    if (from <= host)
        header->moveSection(header->visualIndex(host),
                            header->visualIndex(static_cast<int>(HistoryColumnId::Kind)) + 1);
}

void fitColumns(QTableView *table, int width)
{
    const std::array sections{static_cast<int>(HistoryColumnId::Host),
                              static_cast<int>(HistoryColumnId::Limit)};
    const int over = table->horizontalHeader()->length() - width;
    int all = 0;
    for (const int section : sections)
        all += table->columnWidth(section);
    if (over > all / 2)
        return;
    for (const int section : sections)
        table->setColumnWidth(section, table->columnWidth(section) * (all - over) / all);
}

QSet<qint64> selectedRuns(const QTableView *table)
{
    QSet<qint64> ids;
    for (const QModelIndex &row : table->selectionModel()->selectedRows())
        ids.insert(row.data(HistoryModel::IdRole).toLongLong());
    return ids;
}

void selectRuns(QTableView *table, const QSet<qint64> &ids)
{
    const QAbstractItemModel *model = table->model();
    QItemSelection rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        QModelIndex first = model->index(row, 0);
        if (!ids.contains(first.data(HistoryModel::IdRole).toLongLong()))
            continue;
        if (!rows.isEmpty() && rows.constLast().bottom() == row - 1)
            first = rows.takeLast().topLeft(); // few ranges: the view compares each with each
        rows.select(first, model->index(row, model->columnCount() - 1));
    }
    if (rows.isEmpty())
        return;
    table->selectionModel()->setCurrentIndex(rows.constFirst().topLeft(),
                                             QItemSelectionModel::NoUpdate);
    table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void selectRow(QTableView *table, int row)
{
    const int last = table->model()->rowCount() - 1;
    if (last >= 0)
        table->selectRow(std::min(row, last));
}

} // namespace lapwing::ui
