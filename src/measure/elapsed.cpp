// SPDX-License-Identifier: MIT
#include "measure/elapsed.h"

#include "measure/stepfunction.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

/// From the start of the task to its end, without its pauses.
void addActiveTimes(const record::TaskRecord &task, Stamp now, std::vector<Span> &active)
{
    if (!task.start)
        return;
    const Stamp end = task.end.value_or(now);
    Stamp from = *task.start;
    for (const record::Pause &pause : task.pauses) {
        active.push_back({from, std::min(pause.from, end)});
        from = std::max(from, pause.to.value_or(end));
    }
    active.push_back({from, end});
}

} // namespace

Stamp elapsed(const std::vector<record::TaskRecord> &tasks, Stamp now,
              const std::vector<record::Hold> &holds)
{
    std::vector<Span> active;
    active.reserve(tasks.size() + holds.size());
    for (const record::TaskRecord &task : tasks)
        addActiveTimes(task, now, active);
    for (const record::Hold &hold : holds)
        active.push_back({hold.from, record::endOf(hold, now)});
    return StepFunction(active).covered();
}

} // namespace lapwing::measure
