// SPDX-License-Identifier: MIT
#include "run/restored.h"

#include "run/runqueries.h"

#include <algorithm>
#include <iterator>

namespace lapwing::ui {
namespace {

using record::TaskState;

/// A run that was cut off: what it had not come to is as unfinished as what it had begun.
void pauseInterrupted(store::State &state)
{
    const bool hasEnded = state.run && state.run->together.facts.loop.has_value();
    if (!state.run || hasEnded)
        return;
    const auto pause = [](record::SharedRecord &task) {
        if (task->state == TaskState::Queued)
            task.edit().state = TaskState::Paused;
    };
    record::Run &run = state.run->together;
    std::ranges::for_each(run.tasks, pause);
    for (record::SharedRecord &task : state.records) {
        if (taskIn(run, task->id) != nullptr)
            pause(task);
    }
}

} // namespace

Restored restoredFrom(store::State state)
{
    pauseInterrupted(state);
    Restored restored;
    restored.listing.reserve(state.entries.size()); // and for as many again that may be added
    restored.tasks.reserve(state.records.size());
    restored.listing.putBack(std::move(state.entries));
    // Or new links would be taken for those.
    restored.listing.goOnAfter(std::max(state.lastStopped, state.lastRemoved));
    restored.lastStopped = state.lastStopped;
    restored.tasks.putBack(std::move(state.records));
    restored.folder = std::move(state.folder);
    restored.rejects = std::move(state.rejects);
    if (!state.run || state.run->together.tasks.empty())
        return restored;
    restored.run = std::move(state.run);
    restored.sums = sumUp(restored.run->together);
    const record::RunFacts &facts = restored.run->together.facts;
    restored.isRunCutOff = !facts.loop && facts.started.isValid() && !restored.run->isKept;
    std::ranges::copy_if(restored.listing.entries(), std::back_inserter(restored.planned),
                         [&run = restored.run->together](const plan::Entry &entry) {
                             return taskIn(run, entry.id) != nullptr;
                         });
    return restored;
}

} // namespace lapwing::ui
