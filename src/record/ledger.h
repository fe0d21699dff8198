// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <array>

namespace lapwing::record {

/// Adjacent indices, both ends included.
struct IndexRun {
    int first = 0;
    int last = 0;
    friend bool operator==(const IndexRun &, const IndexRun &) = default;
};

/// Sums kept as records change, so that asking costs nothing.
struct Totals {
    std::array<int, 10> count{}; ///< by TaskState
    qint64 bytes = 0;            ///< fetched in this run
    qint64 kept = 0;             ///< there from earlier ones
    qint64 files = 0;            ///< bytes of the files that are here, whichever run they came in
    int skipped = 0;             ///< of those in Unverified: TaskRecord::nameTaken
    int heldByStop = 0;          ///< of those in Paused

    [[nodiscard]] int in(TaskState state) const { return count[static_cast<std::size_t>(state)]; }
    [[nodiscard]] int running() const;  ///< Waiting, Downloading: those that a lane holds
    [[nodiscard]] int finished() const; ///< any end
};

/// What is recorded of an entry that nothing was done about.
[[nodiscard]] TaskRecord queued(const plan::Entry &entry);
/// Of entries that nothing happened to yet.
[[nodiscard]] std::vector<SharedRecord> queuedRecords(const std::vector<plan::Entry> &entries);

/// The records of a run by index, which records changed, and their sums. Plain data: one thread.
class Ledger {
public:
    Ledger() = default;
    /// Every entry queued, in the order of the plan.
    explicit Ledger(const std::vector<plan::Entry> &entries);

    /// Adds records at the end: entries that came later. They are new, not dirty.
    void append(const std::vector<plan::Entry> &entries);
    /// So many are to come, in portions: to move 100,000 records that are there takes 30 ms, so it is done once.
    void reserve(std::size_t more);
    /// Takes the records with these ids out, in order; those that are not here are passed over.
    [[nodiscard]] std::vector<SharedRecord> take(const std::vector<int> &ids);
    /// Puts records where their ids belong. They are new, not dirty. Their ids are not here yet.
    void putBack(std::vector<SharedRecord> records);
    /// Where among the indices of today the records with these ids are. Ascending.
    [[nodiscard]] std::vector<IndexRun> runsOf(const std::vector<int> &ids) const;
    /// Where `records` go, in their order, each run as it is once those before it are in.
    [[nodiscard]] std::vector<IndexRun> placesFor(const std::vector<SharedRecord> &records) const;
    /// The same for one run of adjacent records; what is dirty stays so.
    [[nodiscard]] std::vector<SharedRecord> takeRun(const IndexRun &run);
    void insertRun(int first, std::vector<SharedRecord> records);

    [[nodiscard]] int size() const { return static_cast<int>(m_records.size()); }
    [[nodiscard]] const SharedRecord &at(int index) const
    {
        return m_records[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const std::vector<SharedRecord> &records() const { return m_records; }
    [[nodiscard]] const Totals &totals() const { return m_totals; }
    /// The index of the record with this id; -1 when there is none. Constant time.
    [[nodiscard]] int indexOf(int id) const;

    /// Replaces the record at `index`; it is dirty from now on.
    void set(int index, SharedRecord record);

    /// The runs of adjacent indices that changed since the last call, ascending.
    [[nodiscard]] std::vector<IndexRun> takeDirtyRuns();

private:
    void count(const TaskRecord &record, int sign);
    void renumber();
    void renumberFrom(int first);
    void shiftDirty(int first, int by);

    std::vector<SharedRecord> m_records; ///< ids ascend
    std::vector<int> m_indexById;        ///< by id, -1 where there is none
    std::vector<int> m_dirty;
    std::vector<bool> m_isDirty;
    Totals m_totals;
};

} // namespace lapwing::record
