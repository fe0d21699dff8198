// SPDX-License-Identifier: MIT
// What becomes of the order when the list changes, and how its rows are told to a view.
#include "list/columns/columns.h"
#include "list/taskmodel.h"
#include "list/taskorder.h"

#include <algorithm>
#include <numeric>

namespace lapwing::ui {
namespace {

constexpr int maxToldSingly = 32; ///< so many rows that changed or go are told one by one

void shiftFrom(std::vector<int> &rows, int first, int by)
{
    for (int &row : rows)
        row += row >= first ? by : 0;
}

} // namespace

TaskOrder::TaskOrder(TaskModel *tasks, QObject *parent)
    : QAbstractProxyModel(parent), m_tasks(tasks)
{
    setSourceModel(tasks);
    takeReset();
    m_nextSlice.setSingleShot(true);
    connect(&m_nextSlice, &QTimer::timeout, this, &TaskOrder::siftSlice);
    connect(tasks, &TaskModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(tasks, &TaskModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { withdraw(first, last); });
    connect(tasks, &TaskModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoved(first, last); });
    connect(tasks, &TaskModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(tasks, &TaskModel::modelReset, this, [this] {
        takeReset();
        endResetModel();
    });
    connect(tasks, &TaskModel::dataChanged, this, &TaskOrder::takeChanged);
    connect(tasks, &TaskModel::orderChanged, this, &TaskOrder::takeReordered);
}

void TaskOrder::takeInserted(int first, int last)
{
    const int count = last - first + 1;
    const bool wasPlain = isPlain() && !m_sift;
    shiftFrom(m_rows, first, count);
    shiftFrom(m_changed, first, count);
    m_places.insert(m_places.begin() + first, at(count), -1);
    if (isSorted() && !m_keys.empty())
        m_keys.insert(m_keys.begin() + first, at(count), SortKey());
    renumber(0);
    const bool isAhead = m_sift && at(first) >= m_sift->isShown.size();
    if (isAhead)
        return; // it comes to them
    if (!wasPlain)
        return arrange();
    beginInsertRows({}, first, last);
    m_rows.insert(m_rows.begin() + first, at(count), 0);
    std::iota(m_rows.begin() + first, m_rows.begin() + first + count, first);
    renumber(at(first));
    endInsertRows();
}

/// While they are still there.
void TaskOrder::withdraw(int first, int last)
{
    const auto goes = [first, last](int row) { return first <= row && row <= last; };
    std::erase_if(m_changed, goes);
    if (isPlain() && !m_sift) {
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        std::fill(m_places.begin() + first, m_places.begin() + last + 1, -1);
        renumber(at(first));
        return endRemoveRows();
    }
    if (last - first < maxToldSingly) {
        for (int row = first; row <= last; ++row) {
            if (m_places[at(row)] >= 0)
                hide(m_places[at(row)]);
        }
        return;
    }
    std::vector<int> rows = m_rows;
    std::erase_if(rows, goes);
    place(std::move(rows));
}

void TaskOrder::takeRemoved(int first, int last)
{
    const int count = last - first + 1;
    shiftFrom(m_rows, first, -count);
    shiftFrom(m_changed, first, -count);
    m_places.erase(m_places.begin() + first, m_places.begin() + last + 1);
    if (!m_keys.empty())
        m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
    renumber(0);
    if (m_sift)
        arrange();
}

void TaskOrder::takeReset()
{
    m_changed.clear();
    m_places.assign(at(m_tasks->rowCount()), -1);
    m_sift.emplace();
    for (int row = 0; row < m_tasks->rowCount(); ++row)
        siftOne();
    m_rows = takeSifted();
    renumber(0);
}

/// At once, whatever the length of the list: the rows that are shown stay the same, and numbers are quickly sorted.
void TaskOrder::takeReordered()
{
    const auto key = static_cast<ColumnId>(keyColumn());
    if (m_sift || key == ColumnId::Priority)
        return arrange();
    if (key != ColumnId::Number)
        return;
    std::vector<int> rows = m_rows;
    std::ranges::sort(rows);
    m_keys.clear();
    if (isSorted()) {
        for (int row = 0; row < m_tasks->rowCount(); ++row)
            m_keys.push_back(keyOf(row));
        sortRows(rows, m_keys, direction());
    }
    place(std::move(rows));
}

void TaskOrder::takeChanged(const QModelIndex &first, const QModelIndex &last,
                            const QList<int> &roles)
{
    announce(first, last, roles);
    const bool isOnlyOrder = roles.contains(TaskModel::OrderRole); // see takeReordered()
    if (isOnlyOrder || (isPlain() && !m_sift))
        return;
    for (int row = first.row(); row <= last.row(); ++row)
        m_changed.push_back(row);
    Q_EMIT unsettled();
}

/// From the first column on: what happens to a row tints all of it. Many rows may stand anywhere: then all are told.
void TaskOrder::announce(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    const auto tell = [&](int from, int to) {
        Q_EMIT dataChanged(index(from, 0), index(to, last.column()), roles);
    };
    if (m_rows.empty())
        return;
    if (isPlain() && !m_sift)
        return tell(first.row(), last.row());
    if (last.row() - first.row() >= maxToldSingly)
        return tell(0, rowCount() - 1);
    for (int row = first.row(); row <= last.row(); ++row) {
        if (m_places[at(row)] >= 0)
            tell(m_places[at(row)], m_places[at(row)]);
    }
}

int TaskOrder::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskOrder::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QModelIndex TaskOrder::index(int row, int column, const QModelIndex &parent) const
{
    const bool isHere =
        !parent.isValid() && row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return isHere ? createIndex(row, column) : QModelIndex();
}

/// The header asks for those of each cell of a selection, several times (QItemSelectionModel::isColumnSelected): by way of
/// mapToSource() that took more than half of the time to select a long list.
Qt::ItemFlags TaskOrder::flags(const QModelIndex &index) const
{
    return index.isValid() ? m_tasks->flagsOf(ledgerRow(index.row())) : Qt::ItemFlags();
}

QModelIndex TaskOrder::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex TaskOrder::mapToSource(const QModelIndex &proxy) const
{
    return proxy.isValid() ? m_tasks->index(ledgerRow(proxy.row()), proxy.column()) : QModelIndex();
}

QModelIndex TaskOrder::mapFromSource(const QModelIndex &source) const
{
    const int row = source.isValid() ? m_places[at(source.row())] : -1;
    return row < 0 ? QModelIndex() : createIndex(row, source.column());
}

QVariant TaskOrder::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_tasks->headerData(section, orientation, role);
}

} // namespace lapwing::ui
