// SPDX-License-Identifier: MIT
#pragma once

#include "list/listorder.h"
#include "list/recentrate.h"
#include "list/row.h"
#include "list/taskgroup.h"
#include "record/ledger.h"

#include <QAbstractTableModel>
#include <QHash>

#include <array>
#include <map>
#include <optional>

namespace lapwing::ui {

/// The window's own ledger as a table, filled from batches alone. Rows stay in the order in which they came.
class TaskModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< the raw value; invalid when unknown
        StateRole,               ///< record::TaskState as int
        FractionRole,            ///< 0 to 1; invalid when unknown
        OrderRole, ///< of no data: with it dataChanged() tells that numbers and priorities alone are others
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const record::Ledger &ledger() const { return m_ledger; }

    void append(const std::vector<plan::Entry> &entries);
    void reserve(std::size_t more) { m_ledger.reserve(more); } ///< see there
    void clear();
    /// Into an empty one, records of which none is under way.
    void restore(record::Ledger ledger);
    /// Takes the rows with these ids out; the others keep their records.
    [[nodiscard]] std::vector<record::SharedRecord> take(const std::vector<int> &ids);
    /// Puts rows back where their ids belong.
    void putBack(std::vector<record::SharedRecord> records);
    /// These entries begin anew, and show what is there of their files.
    void queue(const std::vector<plan::Entry> &entries);
    void apply(const record::Batch &batch);
    /// Time went by: what runs shows its own time up to `now` on the clock of the run.
    void setNow(record::Stamp now);
    /// A run goes on, in which the queued rows start by themselves, but for these, ascending; absent: none goes on.
    void setOutside(std::optional<std::vector<int>> ids);
    [[nodiscard]] bool isAnyOutside() const { return m_outside && !m_outside->empty(); }
    /// How many of those are in this state.
    [[nodiscard]] int outsideIn(record::TaskState state) const
    {
        return m_statesOutside[static_cast<std::size_t>(state)];
    }

    /// Where the rows stand in the list, and how soon each is wanted.
    void setOrder(ListOrder order);
    [[nodiscard]] const ListOrder &order() const { return m_order; }

    /// How many rows there are of each kind; costs the same for any list.
    [[nodiscard]] RowCounts counts() const;
    /// Row `index` of the ledger.
    [[nodiscard]] Row rowAt(int index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// A finished file can be dragged out.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::ItemFlags flagsOf(int row) const; ///< of each cell of it
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    /// Rows have other numbers.
    void orderChanged();

private:
    void set(int row, record::SharedRecord record);
    [[nodiscard]] std::vector<record::SharedRecord> takeRuns(
        const std::vector<record::IndexRun> &runs);
    void insertRuns(const std::vector<record::IndexRun> &runs,
                    std::vector<record::SharedRecord> records);
    void findRunning();
    void findRunningAt(int row);
    void shiftRunning(int first, int by);
    void takeSteppedDown(const std::vector<record::SteppedDown> &steppedDown);
    [[nodiscard]] std::optional<int> hostAtOnce(const record::TaskRecord &task) const;
    void announceDirtyRuns();
    void announce(int first, int last);

    record::Ledger m_ledger;
    ListOrder m_order;
    std::map<int, RecentRate> m_running; ///< rows under way: few, whatever the length of the list
    std::optional<std::vector<int>> m_outside;
    std::array<int, 10> m_statesOutside{}; ///< of those, by record::TaskState
    QHash<QString, int> m_hostAtOnce;      ///< of servers that were stepped down, by their origin
    record::Stamp m_now{};
};

} // namespace lapwing::ui
