// SPDX-License-Identifier: MIT
#include "runs.h"

#include <algorithm>

namespace lapwing::ui {

using record::TaskState;

bool allWereFetched(const record::Run &run)
{
    return std::ranges::all_of(run.tasks, [](const record::TaskRecord &task) {
        return record::hasFile(task.state) && !task.alreadyThere && task.kept == 0;
    });
}

std::optional<record::Failure> failureBefore(const record::Run &run)
{
    const bool noneBegan = std::ranges::all_of(
        run.tasks, [](const record::TaskRecord &task) { return task.failure && !task.start; });
    return noneBegan && !run.tasks.empty() ? run.tasks.front().failure : std::nullopt;
}

// Ids ascend: entries run in the order given.
const record::TaskRecord *taskIn(const record::Run &run, int id)
{
    const auto place = std::ranges::lower_bound(run.tasks, id, {}, &record::TaskRecord::id);
    return place != run.tasks.end() && place->id == id ? &*place : nullptr;
}

void merge(record::Run &run, const record::Batch &batch)
{
    run.facts = batch.facts;
    for (const record::TaskRecord &changed : batch.changed) {
        const auto place =
            std::ranges::lower_bound(run.tasks, changed.id, {}, &record::TaskRecord::id);
        if (place != run.tasks.end() && place->id == changed.id)
            *place = changed;
    }
}

bool hasActive(const record::Run &run)
{
    const bool isHeld = std::ranges::any_of(
        run.facts.holds, [](const record::Hold &hold) { return !hold.to.has_value(); });
    return isHeld || std::ranges::any_of(run.tasks, [](const record::TaskRecord &task) {
               return task.start && !record::isEnd(task.state) && task.state != TaskState::Paused;
           });
}

} // namespace lapwing::ui
