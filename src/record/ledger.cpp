// SPDX-License-Identifier: MIT
#include "record/ledger.h"

#include <algorithm>
#include <numeric>

namespace lapwing::record {
namespace {

TaskRecord queued(const plan::Entry &entry)
{
    TaskRecord record;
    record.id = entry.id;
    record.url = entry.url;
    record.name = entry.name;
    return record;
}

} // namespace

int Totals::running() const
{
    return in(TaskState::Waiting) + in(TaskState::Downloading) + in(TaskState::Committing);
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

void Ledger::clear()
{
    *this = Ledger();
}

int Ledger::indexOf(int id) const
{
    const auto place = static_cast<std::size_t>(id); // a negative id is beyond every end
    return place < m_indexById.size() ? m_indexById[place] : -1;
}

void Ledger::set(int index, TaskRecord record)
{
    const auto place = static_cast<std::size_t>(index);
    Q_ASSERT(place < m_records.size() && m_records[place].id == record.id);
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
        if (!runs.empty() && runs.back().last + 1 == index)
            runs.back().last = index;
        else
            runs.push_back({index, index});
        m_isDirty[static_cast<std::size_t>(index)] = false;
    }
    m_dirty.clear();
    return runs;
}

void Ledger::count(const TaskRecord &record, int sign)
{
    m_totals.count[static_cast<std::size_t>(record.state)] += sign;
    m_totals.skipped += sign * int(record.nameTaken);
    m_totals.bytes += sign * record.bytes;
}

} // namespace lapwing::record
