// SPDX-License-Identifier: MIT
#include "list/taskorder.h"

#include "list/columns/columns.h"
#include "list/taskmodel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace lapwing::ui {
namespace {

constexpr std::size_t atOnceRows = 2000; ///< so many are arranged without a slice
constexpr qint64 sliceMs = 8;            ///< half a frame
constexpr int maxToggledSingly = 8; ///< so many are shown or hidden one by one, with a recount each

} // namespace

const record::TaskRecord &TaskOrder::taskAt(int row) const
{
    return m_tasks->ledger().at(ledgerRow(row));
}

void TaskOrder::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

void TaskOrder::sort(int column, Qt::SortOrder order)
{
    if (column == m_column && (order == m_direction || column < 0))
        return;
    m_column = column;
    m_direction = order;
    arrange();
}

/// Rows of the ledger stand as they came: a list that was moved is sorted by its own numbers.
bool TaskOrder::isSorted() const
{
    return m_column >= 0 || m_tasks->order().isMoved();
}

int TaskOrder::keyColumn() const
{
    return m_column >= 0 ? m_column : static_cast<int>(ColumnId::Number);
}

Qt::SortOrder TaskOrder::direction() const
{
    return m_column >= 0 ? m_direction : Qt::AscendingOrder;
}

bool TaskOrder::isInListOrder() const
{
    return keyColumn() == static_cast<int>(ColumnId::Number) && direction() == Qt::AscendingOrder;
}

bool TaskOrder::isSortedLive() const
{
    return isSorted() && columns()[at(keyColumn())].live;
}

SortKey TaskOrder::keyOf(int ledgerRow) const
{
    return sortKeyOf(columns()[at(keyColumn())].sortKey(m_tasks->rowAt(ledgerRow)));
}

void TaskOrder::arrange()
{
    m_sift.emplace();
    siftSlice();
}

void TaskOrder::siftSlice()
{
    QElapsedTimer clock;
    clock.start();
    const auto count = static_cast<std::size_t>(m_tasks->rowCount());
    while (m_sift->isShown.size() < count) {
        if (count > atOnceRows && m_sift->isShown.size() % 128 == 127 && clock.elapsed() >= sliceMs)
            return m_nextSlice.start();
        siftOne();
    }
    place(takeSifted());
    settle(); // what changed meanwhile
    Q_EMIT arranged();
}

void TaskOrder::siftOne()
{
    const int row = static_cast<int>(m_sift->isShown.size());
    m_sift->isShown.push_back(m_filter.accepts(m_tasks->rowAt(row)));
    if (isSorted())
        m_sift->keys.push_back(keyOf(row));
}

std::vector<int> TaskOrder::takeSifted()
{
    std::vector<int> rows;
    rows.reserve(m_sift->isShown.size());
    for (std::size_t row = 0; row < m_sift->isShown.size(); ++row) {
        if (m_sift->isShown[row])
            rows.push_back(static_cast<int>(row));
    }
    m_keys = std::move(m_sift->keys);
    m_sift.reset();
    m_nextSlice.stop();
    if (isSorted())
        sortRows(rows, m_keys, direction());
    return rows;
}

/// Selected rows, the current one and what a delegate holds go with their rows. The number of rows may be another:
/// views count them anew.
void TaskOrder::place(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<int> old = std::exchange(m_rows, std::move(rows));
    std::ranges::fill(m_places, -1);
    renumber(0);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int row = m_places[at(old[at(index.row())])];
        after << (row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TaskOrder::renumber(std::size_t from)
{
    for (std::size_t row = from; row < m_rows.size(); ++row)
        m_places[at(m_rows[row])] = static_cast<int>(row);
}

bool TaskOrder::isBefore(int left, int right) const
{
    return isSorted() ? KeyOrder(m_keys, direction())(left, right) : left < right;
}

/// Those of the changed rows that are to be shown, hidden, or to stand elsewhere; their keys are new from now on.
std::vector<int> TaskOrder::takeMisplaced()
{
    std::vector<int> changed = std::exchange(m_changed, {});
    std::ranges::sort(changed);
    changed.erase(std::ranges::unique(changed).begin(), changed.end());
    std::erase_if(changed, [this](int row) {
        const bool isShown = m_filter.accepts(m_tasks->rowAt(row));
        SortKey key = isSorted() ? keyOf(row) : SortKey();
        const bool stays = isShown == (m_places[at(row)] >= 0)
            && (!isShown || !isSorted() || key == m_keys[at(row)]);
        if (isSorted() && !stays)
            m_keys[at(row)] = std::move(key);
        return stays;
    });
    return changed;
}

void TaskOrder::settle()
{
    if (m_sift || m_changed.empty())
        return;
    if (m_changed.size() > atOnceRows) {
        m_changed.clear();
        return arrange();
    }
    // The order that the other rows have, before a key is another.
    std::vector<int> misplaced = takeMisplaced();
    if (misplaced.empty())
        return;
    const bool isOnlyShown = std::ranges::all_of(misplaced, [this](int row) {
        return (m_places[at(row)] >= 0) != m_filter.accepts(m_tasks->rowAt(row));
    });
    if (isOnlyShown && misplaced.size() <= maxToggledSingly)
        return moveFew(misplaced);
    std::vector<int> rows;
    rows.reserve(m_rows.size() + misplaced.size());
    std::ranges::copy_if(m_rows, std::back_inserter(rows),
                         [&](int row) { return !std::ranges::binary_search(misplaced, row); });
    std::erase_if(misplaced, [this](int row) { return !m_filter.accepts(m_tasks->rowAt(row)); });
    if (isSorted())
        sortRows(misplaced, m_keys, direction());
    const auto middle = static_cast<std::ptrdiff_t>(rows.size());
    rows.insert(rows.end(), misplaced.begin(), misplaced.end());
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(),
                       [this](int left, int right) { return isBefore(left, right); });
    place(std::move(rows));
}

void TaskOrder::moveFew(const std::vector<int> &ledgerRows)
{
    for (const int row : ledgerRows) {
        if (m_places[at(row)] >= 0)
            hide(m_places[at(row)]);
    }
    for (const int row : ledgerRows) {
        if (m_filter.accepts(m_tasks->rowAt(row)))
            show(row);
    }
}

void TaskOrder::hide(int row)
{
    beginRemoveRows({}, row, row);
    m_places[at(ledgerRow(row))] = -1;
    m_rows.erase(m_rows.begin() + row);
    renumber(at(row));
    endRemoveRows();
}

void TaskOrder::show(int ledgerRow)
{
    const auto place = std::ranges::lower_bound(m_rows, ledgerRow,
                                                [this](int a, int b) { return isBefore(a, b); });
    const int row = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(place, ledgerRow);
    renumber(at(row));
    endInsertRows();
}

} // namespace lapwing::ui
