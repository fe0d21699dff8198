// SPDX-License-Identifier: MIT
#include "run/runtally.h"

#include "measure/seconds.h"

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

double partOf(const record::TaskRecord &task)
{
    if (record::isEnd(task.state))
        return 1;
    const qint64 size = task.size.value_or(0);
    return size > 0 ? std::min(static_cast<double>(task.bytes) / static_cast<double>(size), 1.0)
                    : 0;
}

/// A pace of less says more about the wait for the first byte.
constexpr double enoughSeconds = 1;

/// When it will be here at the pace that it had so far. Absent: nobody knows.
std::optional<double> endOf(const record::TaskRecord &task, double now)
{
    if (task.state != record::TaskState::Downloading || !task.start || !task.size
        || task.bytes <= 0)
        return std::nullopt;
    const double start = measure::seconds(*task.start);
    if (now - start < enoughSeconds)
        return std::nullopt;
    return start
        + (now - start) * static_cast<double>(*task.size) / static_cast<double>(task.bytes);
}

} // namespace

void RunTally::take(const record::Batch &batch)
{
    for (const record::TaskRecord &task : batch.changed) {
        const bool isGivenUp = record::isEnd(task.state) && !record::hasFile(task.state);
        const RunShare now{isGivenUp ? 0 : task.bytes, partOf(task)};
        const RunShare before = std::exchange(m_parts[task.id], now);
        m_sum.bytes += now.bytes - before.bytes;
        m_sum.files += now.files - before.files;
        m_ends.erase(task.id);
        if (const auto end = endOf(task, measure::seconds(batch.facts.elapsed)))
            m_ends[task.id] = *end;
    }
    m_sum.notBefore = 0;
    for (const auto &[id, end] : m_ends)
        m_sum.notBefore = std::max(m_sum.notBefore, end);
}

} // namespace lapwing::ui
