// SPDX-License-Identifier: MIT
#include "measure/elapsed.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Stamp;

struct Active {
    Stamp from{};
    Stamp to{};
};

/// From the start of the task to its end, without its pauses.
void addActiveTimes(const record::TaskRecord &task, Stamp now, std::vector<Active> &active)
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

std::vector<Active> activeTimes(const std::vector<record::TaskRecord> &tasks, Stamp now,
                                const std::vector<record::Hold> &holds)
{
    std::vector<Active> active;
    active.reserve(tasks.size());
    for (const record::TaskRecord &task : tasks)
        addActiveTimes(task, now, active);
    for (const record::Hold &hold : holds)
        active.push_back({hold.from, record::endOf(hold, now)});
    std::ranges::sort(active, {}, &Active::from);
    return active;
}

} // namespace

Stamp elapsed(const std::vector<record::TaskRecord> &tasks, Stamp now,
              const std::vector<record::Hold> &holds)
{
    Stamp sum{};
    Stamp counted{}; // everything before this moment is in the sum, or was idle
    for (const auto &[from, to] : activeTimes(tasks, now, holds)) {
        const Stamp begin = std::max(from, counted);
        sum += std::max(to - begin, Stamp{});
        counted = std::max(counted, to);
    }
    return sum;
}

} // namespace lapwing::measure
