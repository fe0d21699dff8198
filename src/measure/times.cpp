// SPDX-License-Identifier: MIT
#include "measure/times.h"

#include "measure/phases.h"
#include "record/saturated.h"

namespace lapwing::measure {

TaskTimes timesOf(const record::TaskRecord &task)
{
    const std::array<PhaseTime, phaseCount> phases = phasesOf(task);
    const auto time = [&phases](Phase phase) {
        return phases[static_cast<std::size_t>(phase)].time;
    };
    TaskTimes times{time(Phase::Queued), time(Phase::SetUp),   std::nullopt,
                    time(Phase::Wait),   time(Phase::Receive), time(Phase::Commit)};
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops) {
            if (const std::optional<Stamp> own = between(hop.sent, hop.end))
                times.own = times.own.value_or(Stamp{}) + *own;
        }
    }
    return times;
}

std::optional<qint64> sizeOf(const record::TaskRecord &task)
{
    if (task.nameTaken)
        return std::nullopt;
    if (task.size || !record::isFetched(task))
        return task.size;
    return task.kept + task.bytes;
}

qint64 bytesReceived(const record::Run &run)
{
    qint64 sum = 0;
    for (const record::TaskRecord &task : run.tasks)
        sum = record::saturatedSum(sum, task.bytes);
    return sum;
}

} // namespace lapwing::measure
