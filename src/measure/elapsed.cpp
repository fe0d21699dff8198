// SPDX-License-Identifier: MIT
#include "measure/elapsed.h"

#include <algorithm>

namespace lapwing::measure {

Stamp elapsed(const std::vector<record::SharedRecord> &tasks, Stamp now,
              const std::vector<record::Hold> &holds)
{
    std::vector<Span> active;
    active.reserve(tasks.size() + holds.size());
    for (const record::TaskRecord &task : tasks) {
        if (task.start)
            addWithoutPauses(task, {*task.start, task.end.value_or(now)}, active);
    }
    for (const record::Hold &hold : holds)
        active.push_back({hold.from, record::endOf(hold, now)});
    return StepFunction(active).covered();
}

void addWithoutPauses(const record::TaskRecord &task, Span span, std::vector<Span> &parts)
{
    for (const record::Pause &pause : task.pauses) {
        parts.push_back({span.from, std::min(pause.from, span.to)});
        span.from = std::max(span.from, pause.to.value_or(span.to));
    }
    parts.push_back(span);
}

} // namespace lapwing::measure
