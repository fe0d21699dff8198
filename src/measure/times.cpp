// SPDX-License-Identifier: MIT
#include "measure/times.h"

namespace lapwing::measure {
namespace {

void add(std::optional<Stamp> &sum, std::optional<Stamp> part)
{
    if (part)
        sum = sum.value_or(Stamp{}) + *part;
}

} // namespace

std::optional<Stamp> between(std::optional<Stamp> from, std::optional<Stamp> to)
{
    if (!from || !to || *to < *from)
        return std::nullopt;
    return *to - *from;
}

TaskTimes timesOf(const record::TaskRecord &task)
{
    TaskTimes times;
    times.queued = task.start;
    for (const record::Attempt &attempt : task.attempts) {
        for (const record::Hop &hop : attempt.hops) {
            add(times.setUp, between(hop.asked, hop.sent));
            add(times.own, between(hop.sent, hop.end));
            add(times.wait, between(hop.sent, hop.headers));
            add(times.receive, between(hop.headers, hop.end));
        }
        if (record::hasFile(task.state) && !attempt.failure)
            add(times.commit, between(attempt.received, attempt.end));
    }
    return times;
}

} // namespace lapwing::measure
