// SPDX-License-Identifier: MIT
#include "run/runqueries.h"

#include "measure/compare/completeness.h"
#include "plan/mergebyid.h"
#include "record/ledger.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace lapwing::ui {

using record::TaskState;

Forgotten forgetFailed(record::Run &run, const std::vector<int> &ids)
{
    const QSet<int> gone(ids.begin(), ids.end());
    Forgotten forgotten{{}, run.facts.elapsed};
    record::Run left{run.facts, {}};
    const record::Stamp elapsed = measure::elapsedOfFiles(run);
    for (record::TaskRecord &task : run.tasks) {
        const bool isForgotten = gone.contains(task.id) && measure::isLeftOut(task, run.facts);
        (isForgotten ? forgotten.tasks : left.tasks).push_back(std::move(task));
    }
    if (!forgotten.tasks.empty() && measure::leftOutOf(left) == 0)
        left.facts.elapsed = elapsed;
    run = std::move(left);
    return forgotten;
}

void remember(record::Run &run, Forgotten forgotten)
{
    if (forgotten.tasks.empty())
        return;
    plan::mergeById(run.tasks, std::move(forgotten.tasks));
    run.facts.elapsed = forgotten.elapsed;
}

void join(record::Run &run, const std::vector<plan::Entry> &entries)
{
    const record::Ledger queued(entries);
    remember(run, {queued.records(), run.facts.elapsed});
}

std::vector<int> idsOf(const std::vector<plan::Entry> &entries)
{
    std::vector<int> ids;
    ids.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(ids), &plan::Entry::id);
    return ids;
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
