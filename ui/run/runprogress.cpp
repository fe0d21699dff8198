// SPDX-License-Identifier: MIT
#include "run/runprogress.h"

#include "record/saturated.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::TaskState;

/// To add up more at each step would hold the window.
constexpr std::size_t mostFiles = 10'000;

qint64 bytesHere(const record::TaskRecord &task)
{
    return task.kept + task.bytes;
}

} // namespace

std::optional<double> progressOf(const record::Ledger &ledger)
{
    if (ledger.records().size() > mostFiles)
        return std::nullopt;
    double here = 0;
    double whole = 0;
    for (const record::TaskRecord &task : ledger.records()) {
        const bool isGivenUp = record::isEnd(task.state) && !record::hasFile(task.state);
        if (isGivenUp || record::isFoundOnDisk(task))
            continue;
        const qint64 size = record::isEnd(task.state) ? bytesHere(task) : task.size.value_or(-1);
        if (size < 0)
            return std::nullopt;
        whole += static_cast<double>(size);
        here += static_cast<double>(std::min(bytesHere(task), size));
    }
    return whole > 0 ? std::optional(here / whole) : std::nullopt;
}

std::optional<qint64> bytesLeft(const record::Run &run)
{
    if (run.tasks.size() > mostFiles)
        return std::nullopt;
    qint64 left = 0;
    for (const record::TaskRecord &task : run.tasks) {
        if (record::isEnd(task.state) || task.state == TaskState::Paused)
            continue;
        if (!task.size)
            return std::nullopt;
        left = record::saturatedSum(left, std::max<qint64>(*task.size - bytesHere(task), 0));
    }
    return left;
}

double shareEnded(const record::Totals &totals, int files)
{
    const int ended = totals.finished() - totals.in(TaskState::Cancelled);
    return files > 0 ? static_cast<double>(ended) / files : 0;
}

bool isAllPaused(const RowCounts &counts)
{
    const record::Totals &totals = counts.totals;
    return totals.in(TaskState::Paused) > 0 && totals.running() == 0
        && totals.in(TaskState::Committing) == 0 && totals.in(TaskState::Retrying) == 0
        && totals.in(TaskState::Queued) == counts.notStarted;
}

} // namespace lapwing::ui
