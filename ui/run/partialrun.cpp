// SPDX-License-Identifier: MIT
#include "run/partialrun.h"

#include "measure/compare/heldoff.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

bool hasBytes(const record::TaskRecord &task)
{
    const bool underWay = !record::isEnd(task.state) && task.state != record::TaskState::Queued;
    return record::hasFile(task.state) || (underWay && task.bytes > 0);
}

void endAt(record::TaskRecord &task, record::Stamp now)
{
    task.state = record::TaskState::Done;
    task.end = now;
    task.size = task.bytes;
    if (task.attempts.empty())
        return;
    record::Attempt &last = task.attempts.back();
    const record::Stamp end =
        last.end.value_or(now); // it has ended while its task is paused, or waits for the next
    last.received = last.received.value_or(end);
    last.end = end;
    if (!last.hops.empty())
        last.hops.back().end = last.hops.back().end.value_or(end);
}

bool waitsForRetry(const record::TaskRecord &task)
{
    return task.state == record::TaskState::Retrying;
}

} // namespace

record::Run withoutWaits(record::Run run)
{
    const auto isLeft = [](const record::TaskRecord &task) {
        return hasBytes(task) && !waitsForRetry(task);
    };
    if (std::ranges::none_of(run.tasks, isLeft))
        return run;
    for (record::SharedRecord &task : run.tasks) {
        if (waitsForRetry(task))
            task.edit().state = record::TaskState::Failed; // what is left out
    }
    return run;
}

record::Run soFar(const record::Run &run, record::Stamp now)
{
    record::Run cut{run.facts, {}};
    cut.facts.holds = measure::holdsOfFiles(run);
    std::ranges::copy_if(run.tasks, std::back_inserter(cut.tasks), hasBytes);
    for (record::SharedRecord &task : cut.tasks) {
        if (!record::isEnd(task->state))
            endAt(task.edit(), now);
    }
    return cut;
}

} // namespace lapwing::ui
