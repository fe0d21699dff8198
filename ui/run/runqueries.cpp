// SPDX-License-Identifier: MIT
#include "run/runqueries.h"

#include "measure/compare/completeness.h"

#include <algorithm>
#include <iterator>

namespace lapwing::ui {

using record::TaskState;

void forgetFailed(record::Run &run, const std::vector<int> &ids)
{
    const auto isForgotten = [&](const record::TaskRecord &task) {
        return measure::isLeftOut(task, run.facts) && std::ranges::find(ids, task.id) != ids.end();
    };
    record::Run left{run.facts, {}};
    std::ranges::remove_copy_if(run.tasks, std::back_inserter(left.tasks), isForgotten);
    if (left.tasks.size() == run.tasks.size())
        return;
    if (measure::leftOutOf(left) == 0)
        left.facts.elapsed = measure::elapsedOfFiles(run);
    run = std::move(left);
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
