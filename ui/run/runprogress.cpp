// SPDX-License-Identifier: MIT
#include "run/runprogress.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::TaskState;

/// Beyond this one file is too little of the list to look at how much of it is here.
constexpr int fewFiles = 10'000;

double shareOf(const record::TaskRecord &task)
{
    if (record::isEnd(task.state))
        return 1;
    const auto size = static_cast<double>(task.size.value_or(0));
    return size > 0 ? std::min(1.0, static_cast<double>(task.kept + task.bytes) / size) : 0;
}

} // namespace

double progressOf(const record::Ledger &ledger)
{
    if (ledger.size() == 0)
        return 0;
    if (ledger.size() > fewFiles)
        return static_cast<double>(ledger.totals().finished()) / ledger.size();
    double sum = 0;
    for (const record::TaskRecord &task : ledger.records())
        sum += shareOf(task);
    return sum / ledger.size();
}

bool isAllPaused(const record::Totals &totals)
{
    return totals.in(TaskState::Paused) > 0 && totals.running() == 0
        && totals.in(TaskState::Committing) == 0 && totals.in(TaskState::Retrying) == 0
        && totals.in(TaskState::Queued) == 0;
}

} // namespace lapwing::ui
