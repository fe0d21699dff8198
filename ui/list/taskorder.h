// SPDX-License-Identifier: MIT
#pragma once

#include "list/filter/filter.h"
#include "list/sortkey.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <optional>

namespace lapwing::ui {

class TaskModel;

/// The rows that are shown, and their order: a permutation of the rows of the ledger.
///
/// Records that change do not move their rows by themselves. unsettled() tells that some may stand elsewhere now, or
/// may be hidden, and settle() moves those; see LiveOrder for when.
/// Sorting and filtering a long list is done in slices from the event loop, and shown when all of it is done.
class TaskOrder : public QAbstractProxyModel {
    Q_OBJECT

public:
    explicit TaskOrder(TaskModel *tasks, QObject *parent = nullptr);

    [[nodiscard]] const TaskModel &tasks() const { return *m_tasks; }
    /// Of the ledger.
    [[nodiscard]] int ledgerRow(int row) const { return m_rows[at(row)]; }
    [[nodiscard]] const record::TaskRecord &taskAt(int row) const;

    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// Column -1: the order of the list.
    void sort(int column, Qt::SortOrder order) override;
    /// As the list is, from its first to its last.
    [[nodiscard]] bool isInListOrder() const;
    /// By a column whose values change while a task is active.
    [[nodiscard]] bool isSortedLive() const;
    [[nodiscard]] bool isArranging() const { return m_sift.has_value(); }
    void settle();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxy) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &source) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void unsettled();
    /// All rows were looked at for a new filter or order.
    void arranged();

private:
    [[nodiscard]] static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    /// Rows of the ledger that were looked at, for a new filter or a new order.
    struct Sift {
        std::vector<bool> isShown;
        std::vector<SortKey> keys; ///< empty unless sorted
    };

    [[nodiscard]] bool isSorted() const;
    [[nodiscard]] int keyColumn() const;
    [[nodiscard]] Qt::SortOrder direction() const;
    [[nodiscard]] bool isPlain() const { return !isSorted() && m_filter.isEmpty(); }
    [[nodiscard]] SortKey keyOf(int ledgerRow) const;
    void arrange();
    void siftSlice();
    void siftOne();
    [[nodiscard]] std::vector<int> takeSifted();
    void place(std::vector<int> rows);
    void renumber(std::size_t from);
    [[nodiscard]] std::vector<int> takeMisplaced();
    void moveFew(const std::vector<int> &ledgerRows);
    void hide(int row);
    void show(int ledgerRow);
    [[nodiscard]] bool isBefore(int left, int right) const;

    void takeInserted(int first, int last);
    void withdraw(int first, int last);
    void takeRemoved(int first, int last);
    void takeReset();
    void takeReordered();
    void takeChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void announce(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);

    TaskModel *m_tasks;
    Filter m_filter;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::vector<int> m_rows;     ///< of the ledger, by row shown
    std::vector<int> m_places;   ///< the inverse; -1: hidden
    std::vector<SortKey> m_keys; ///< by row of the ledger, as of when it was put in its place
    std::vector<int> m_changed;  ///< rows of the ledger that may be misplaced
    std::optional<Sift> m_sift;
    QTimer m_nextSlice;
};

} // namespace lapwing::ui
