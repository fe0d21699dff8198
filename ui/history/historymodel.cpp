// SPDX-License-Identifier: MIT
#include "history/historymodel.h"

#include "history/historycolumns.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

const HistoryColumn &columnAt(int section)
{
    return historyColumns()[static_cast<std::size_t>(section)];
}

} // namespace

void HistoryModel::set(std::vector<store::RunSummary> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    std::ranges::sort(m_runs, std::ranges::greater(), &store::RunSummary::id);
    endResetModel();
}

std::vector<store::RunSummary> HistoryModel::take(const QSet<qint64> &ids)
{
    std::vector<store::RunSummary> taken, left;
    for (const store::RunSummary &run : m_runs)
        (ids.contains(run.id) ? taken : left).push_back(run);
    set(std::move(left));
    return taken;
}

void HistoryModel::put(const std::vector<store::RunSummary> &runs)
{
    std::vector<store::RunSummary> all = m_runs;
    std::ranges::copy_if(runs, std::back_inserter(all),
                         [this](const store::RunSummary &run) { return find(run.id) == nullptr; });
    set(std::move(all));
}

const store::RunSummary *HistoryModel::find(qint64 id) const
{
    const auto found =
        std::ranges::lower_bound(m_runs, id, std::ranges::greater(), &store::RunSummary::id);
    return found == m_runs.end() || found->id != id ? nullptr : &*found;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(historyColumns().size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryColumn &column = columnAt(index.column());
    const store::RunSummary &run = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(run);
    case Qt::ToolTipRole:
        return column.toolTip(run);
    case Qt::AccessibleTextRole:
        return spokenText(column, run);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    case SortRole:
        return column.sortKey(run);
    case IdRole:
        return run.id;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(columnAt(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(columnAt(section).alignment);
    return {};
}

HistoryOrder::HistoryOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(HistoryModel::SortRole);
    setSortLocaleAware(true);
}

bool HistoryOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isLeftKnown = left.data(HistoryModel::SortRole).isValid();
    const bool isRightKnown = right.data(HistoryModel::SortRole).isValid();
    if (isLeftKnown && isRightKnown)
        return QSortFilterProxyModel::lessThan(left, right);
    return sortOrder() == Qt::AscendingOrder ? isLeftKnown && !isRightKnown
                                             : !isLeftKnown && isRightKnown;
}

} // namespace lapwing::ui
