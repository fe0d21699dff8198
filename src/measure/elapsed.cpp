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

std::vector<Active> activeTimes(const std::vector<record::TaskRecord> &tasks, Stamp now)
{
    std::vector<Active> active;
    active.reserve(tasks.size());
    for (const record::TaskRecord &task : tasks) {
        if (task.start)
            active.push_back({*task.start, task.end.value_or(now)});
    }
    std::ranges::sort(active, {}, &Active::from);
    return active;
}

} // namespace

Stamp elapsed(const std::vector<record::TaskRecord> &tasks, Stamp now)
{
    Stamp sum{};
    Stamp counted{}; // everything before this moment is in the sum, or was idle
    for (const auto &[from, to] : activeTimes(tasks, now)) {
        const Stamp begin = std::max(from, counted);
        sum += std::max(to - begin, Stamp{});
        counted = std::max(counted, to);
    }
    return sum;
}

} // namespace lapwing::measure
