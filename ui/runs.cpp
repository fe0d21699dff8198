// SPDX-License-Identifier: MIT
#include "runs.h"

#include <algorithm>

namespace lapwing::ui {

bool allHaveFiles(const record::Run &run)
{
    return std::ranges::all_of(run.tasks, record::hasFile, &record::TaskRecord::state);
}

// Ids ascend: entries run in the order given.
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

bool hasRunning(const record::Run &run)
{
    return std::ranges::any_of(run.tasks, [](const record::TaskRecord &task) {
        return task.state != record::TaskState::Queued && !record::isEnd(task.state);
    });
}

} // namespace lapwing::ui
