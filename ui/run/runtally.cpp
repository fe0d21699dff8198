// SPDX-License-Identifier: MIT
#include "run/runtally.h"

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

} // namespace

void RunTally::take(const record::Batch &batch)
{
    for (const record::TaskRecord &task : batch.changed) {
        const bool isGivenUp = record::isEnd(task.state) && !record::hasFile(task.state);
        const RunShare now{isGivenUp ? 0 : task.bytes, partOf(task)};
        const RunShare before = std::exchange(m_parts[task.id], now);
        m_sum.bytes += now.bytes - before.bytes;
        m_sum.files += now.files - before.files;
    }
}

} // namespace lapwing::ui
