// SPDX-License-Identifier: MIT
#include "record/ledger.h"

#include "plan/mergebyid.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace lapwing::record {

TaskRecord queued(const plan::Entry &entry)
{
    TaskRecord record;
    record.id = entry.id;
    record.url = entry.url;
    record.name = entry.name;
    return record;
}

namespace {

/// Behind all of them.
void addTo(std::vector<IndexRun> &runs, int index)
{
    if (!runs.empty() && runs.back().last + 1 == index)
        runs.back().last = index;
    else
        runs.push_back({index, index});
}

qint64 bytesOfFile(const TaskRecord &record)
{
    if (!hasFile(record.state) || record.nameTaken)
        return 0;
    return isFoundOnDisk(record) ? record.size.value_or(0) : record.kept + record.bytes;
}

} // namespace

std::vector<SharedRecord> queuedRecords(const std::vector<plan::Entry> &entries)
{
    std::vector<SharedRecord> records;
    records.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(records), queued);
    return records;
}

int Totals::running() const
{
    return in(TaskState::Waiting) + in(TaskState::Downloading);
}

int Totals::finished() const
{
    return std::accumulate(count.begin() + static_cast<int>(TaskState::Done), count.end(), 0);
}

Ledger::Ledger(const std::vector<plan::Entry> &entries)
{
    append(entries);
}

void Ledger::append(const std::vector<plan::Entry> &entries)
{
    for (const plan::Entry &entry : entries) {
        Q_ASSERT(entry.id > 0 && indexOf(entry.id) < 0);
        const auto id = static_cast<std::size_t>(entry.id);
        if (id >= m_indexById.size())
            m_indexById.resize(id + 1, -1);
        m_indexById[id] = size();
        m_records.push_back(queued(entry));
        m_isDirty.push_back(false);
        count(m_records.back(), +1);
    }
}

void Ledger::reserve(std::size_t more)
{
    const std::size_t needed = m_records.size() + more;
    if (needed > m_records.capacity())
        m_records.reserve(2 * needed);
}

std::vector<SharedRecord> Ledger::take(const std::vector<int> &ids)
{
    std::vector<bool> isTaken(m_records.size());
    for (const int id : ids) {
        if (const int index = indexOf(id); index >= 0)
            isTaken[static_cast<std::size_t>(index)] = true;
    }
    std::vector<SharedRecord> taken;
    std::vector<SharedRecord> left;
    left.reserve(m_records.size());
    for (std::size_t place = 0; place < m_records.size(); ++place) {
        if (isTaken[place])
            count(m_records[place], -1);
        (isTaken[place] ? taken : left).push_back(std::move(m_records[place]));
    }
    m_records = std::move(left);
    renumber();
    return taken;
}

void Ledger::putBack(std::vector<SharedRecord> records)
{
    for (const TaskRecord &record : records) {
        Q_ASSERT(record.id > 0 && indexOf(record.id) < 0);
        count(record, +1);
    }
    plan::mergeById(m_records, std::move(records), &TaskRecord::id);
    renumber();
}

std::vector<IndexRun> Ledger::runsOf(const std::vector<int> &ids) const
{
    std::vector<int> indices;
    indices.reserve(ids.size());
    for (const int id : ids) {
        if (const int index = indexOf(id); index >= 0)
            indices.push_back(index);
    }
    std::ranges::sort(indices);
    const auto twice = std::unique(indices.begin(), indices.end()); // Clang 14: no ranges of GCC 12
    indices.erase(twice, indices.end());
    std::vector<IndexRun> runs;
    for (const int index : indices)
        addTo(runs, index);
    return runs;
}

std::vector<IndexRun> Ledger::placesFor(const std::vector<SharedRecord> &records) const
{
    std::vector<IndexRun> runs;
    auto place = m_records.begin();
    int before = 0; // of `records`
    for (const TaskRecord &record : records) {
        place = std::ranges::lower_bound(place, m_records.end(), record.id, {}, &TaskRecord::id);
        addTo(runs, static_cast<int>(place - m_records.begin()) + before++);
    }
    return runs;
}

std::vector<SharedRecord> Ledger::takeRun(const IndexRun &run)
{
    if (run.first == 0 && run.last + 1 == size())
        return std::exchange(*this, {}).m_records;
    const auto first = m_records.begin() + run.first;
    const auto end = m_records.begin() + run.last + 1;
    std::vector<SharedRecord> taken(std::make_move_iterator(first), std::make_move_iterator(end));
    for (const TaskRecord &record : taken) {
        count(record, -1);
        m_indexById[static_cast<std::size_t>(record.id)] = -1;
    }
    m_records.erase(first, end);
    m_isDirty.erase(m_isDirty.begin() + run.first, m_isDirty.begin() + run.last + 1);
    std::erase_if(m_dirty, [&run](int index) { return run.first <= index && index <= run.last; });
    shiftDirty(run.last + 1, run.first - run.last - 1);
    renumberFrom(run.first);
    return taken;
}

void Ledger::insertRun(int first, std::vector<SharedRecord> records)
{
    int maxId = 0;
    for (const TaskRecord &record : records) {
        Q_ASSERT(record.id > 0 && indexOf(record.id) < 0);
        count(record, +1);
        maxId = std::max(maxId, record.id);
    }
    if (static_cast<std::size_t>(maxId) >= m_indexById.size())
        m_indexById.resize(static_cast<std::size_t>(maxId) + 1, -1);
    shiftDirty(first, static_cast<int>(records.size()));
    m_isDirty.insert(m_isDirty.begin() + first, records.size(), false);
    if (m_records.empty())
        m_records = std::move(records);
    else
        m_records.insert(m_records.begin() + first, std::make_move_iterator(records.begin()),
                         std::make_move_iterator(records.end()));
    renumberFrom(first);
}

void Ledger::shiftDirty(int first, int by)
{
    for (int &index : m_dirty)
        index += index >= first ? by : 0;
}

void Ledger::renumberFrom(int first)
{
    for (int index = first; index < size(); ++index)
        m_indexById[static_cast<std::size_t>(at(index)->id)] = index;
}

/// After indices changed. What was dirty is no longer known to be.
void Ledger::renumber()
{
    const int last = m_records.empty() ? 0 : m_records.back()->id;
    m_indexById.assign(static_cast<std::size_t>(last) + 1, -1);
    for (std::size_t place = 0; place < m_records.size(); ++place)
        m_indexById[static_cast<std::size_t>(m_records[place]->id)] = static_cast<int>(place);
    m_dirty.clear();
    m_isDirty.assign(m_records.size(), false);
}

int Ledger::indexOf(int id) const
{
    const auto place = static_cast<std::size_t>(id); // a negative id is beyond every end
    return place < m_indexById.size() ? m_indexById[place] : -1;
}

void Ledger::set(int index, SharedRecord record)
{
    const auto place = static_cast<std::size_t>(index);
    Q_ASSERT(place < m_records.size() && m_records[place]->id == record->id);
    count(m_records[place], -1);
    count(record, +1);
    m_records[place] = std::move(record);
    if (!m_isDirty[place])
        m_dirty.push_back(index);
    m_isDirty[place] = true;
}

std::vector<IndexRun> Ledger::takeDirtyRuns()
{
    std::sort(m_dirty.begin(), m_dirty.end());
    std::vector<IndexRun> runs;
    for (const int index : m_dirty) {
        addTo(runs, index);
        m_isDirty[static_cast<std::size_t>(index)] = false;
    }
    m_dirty.clear();
    return runs;
}

void Ledger::count(const TaskRecord &record, int sign)
{
    m_totals.count[static_cast<std::size_t>(record.state)] += sign;
    m_totals.skipped += sign * int(record.nameTaken);
    m_totals.heldByStop += sign * int(record.heldByStop && record.state == TaskState::Paused);
    m_totals.bytes += sign * record.bytes;
    m_totals.kept += sign * record.kept;
    m_totals.files += sign * bytesOfFile(record);
}

} // namespace lapwing::record
