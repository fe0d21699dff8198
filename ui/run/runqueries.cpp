// SPDX-License-Identifier: MIT
#include "run/runqueries.h"

#include "measure/compare/completeness.h"
#include "measure/compare/heldoff.h"
#include "plan/mergebyid.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace lapwing::ui {

using record::TaskState;

Forgotten forgetFailed(SharedRun &shared, const std::vector<int> &ids)
{
    const QSet<int> gone(ids.begin(), ids.end());
    Forgotten forgotten{{}, shared->facts.elapsed, shared->facts.holds};
    const auto stays = [&gone, facts = shared->facts](const record::TaskRecord &task) {
        return !gone.contains(task.id) || !measure::isLeftOut(task, facts);
    };
    if (std::ranges::all_of(shared->tasks, stays))
        return forgotten;
    record::Run &run = shared.edit();
    const record::Stamp elapsed = measure::elapsedOfFiles(run);
    std::vector<record::Hold> holds = measure::holdsOfFiles(run);
    const auto behind = std::ranges::stable_partition(run.tasks, stays);
    std::ranges::move(behind, std::back_inserter(forgotten.tasks));
    run.tasks.erase(behind.begin(), behind.end());
    if (measure::leftOutOf(run) == 0) {
        run.facts.elapsed = elapsed;
        run.facts.holds = std::move(holds);
    }
    return forgotten;
}

void remember(SharedRun &shared, Forgotten forgotten)
{
    if (forgotten.tasks.empty())
        return;
    record::Run &run = shared.edit();
    plan::mergeById(run.tasks, std::move(forgotten.tasks), &record::TaskRecord::id);
    run.facts.elapsed = forgotten.elapsed;
    run.facts.holds = std::move(forgotten.holds);
}

void join(record::Run &run, std::vector<record::SharedRecord> records)
{
    plan::mergeById(run.tasks, std::move(records), &record::TaskRecord::id);
}

std::vector<int> idsOf(const std::vector<plan::Entry> &entries)
{
    std::vector<int> ids;
    ids.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(ids), &plan::Entry::id);
    return ids;
}

std::vector<int> idsOf(const std::vector<record::SharedRecord> &tasks)
{
    std::vector<int> ids;
    ids.reserve(tasks.size());
    std::ranges::transform(tasks, std::back_inserter(ids), &record::TaskRecord::id);
    return ids;
}

std::vector<int> idsOf(const std::vector<const record::TaskRecord *> &tasks)
{
    std::vector<int> ids;
    ids.reserve(tasks.size());
    std::ranges::transform(tasks, std::back_inserter(ids), &record::TaskRecord::id);
    return ids;
}

std::optional<record::Failure> failureBefore(const record::Run &run)
{
    const bool noneBegan = std::ranges::all_of(
        run.tasks, [](const record::TaskRecord &task) { return task.failure && !task.start; });
    return noneBegan && !run.tasks.empty() ? run.tasks.front()->failure : std::nullopt;
}

// Ids ascend: entries run in the order given.
const record::TaskRecord *taskIn(const record::Run &run, int id)
{
    const auto place = std::ranges::lower_bound(run.tasks, id, {}, &record::TaskRecord::id);
    return place != run.tasks.end() && (*place)->id == id ? &**place : nullptr;
}

bool isSame(const record::TaskRecord &one, const record::TaskRecord &other)
{
    const auto told = [](const record::TaskRecord &task) {
        return std::tie(task.url, task.state, task.name, task.path, task.bytes, task.kept,
                        task.start, task.end);
    };
    return told(one) == told(other) && one.attempts.size() == other.attempts.size();
}

std::vector<record::SharedRecord> withPart(const std::vector<record::SharedRecord> &records)
{
    std::vector<record::SharedRecord> those;
    std::ranges::copy_if(records, std::back_inserter(those), [](const record::TaskRecord &task) {
        return task.kept > 0 || !task.begunIn.isEmpty();
    });
    return those;
}

void merge(record::Run &run, const record::Batch &batch)
{
    run.facts = batch.facts;
    for (const record::SharedRecord &changed : batch.changed) {
        const auto place =
            std::ranges::lower_bound(run.tasks, changed->id, {}, &record::TaskRecord::id);
        if (place != run.tasks.end() && (*place)->id == changed->id)
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
