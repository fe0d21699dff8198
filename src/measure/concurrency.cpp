// SPDX-License-Identifier: MIT
#include "measure/concurrency.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::measure {
namespace {

using Seconds = std::chrono::duration<double>;

} // namespace

std::vector<Span> flightsOf(const record::Attempt &attempt, std::optional<Stamp> now)
{
    const Stamp last = attempt.end.value_or(now.value_or(attempt.start));
    const Stamp end = std::max(attempt.start, attempt.received.value_or(last));
    std::vector<Span> flights;
    Stamp from = attempt.start;
    for (const record::Hop &hop : attempt.hops) {
        if (!hop.requeued)
            continue;
        const Stamp to = std::clamp(*hop.requeued, from, end);
        flights.push_back({from, to});
        from = std::clamp(hop.taken.value_or(end), to, end);
    }
    flights.push_back({from, end});
    return flights;
}

Stamp timeInFlight(const record::Attempt &attempt)
{
    Stamp sum{};
    for (const Span &flight : flightsOf(attempt))
        sum += flight.to - flight.from;
    return sum;
}

double meanConcurrency(const record::Run &run)
{
    Stamp sum{};
    for (const record::TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts)
            sum += timeInFlight(attempt);
    }
    return run.facts.elapsed > Stamp{} ? Seconds(sum) / Seconds(run.facts.elapsed) : 0;
}

int peakConcurrency(const record::Run &run)
{
    std::vector<Span> active;
    for (const record::TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts)
            std::ranges::copy(flightsOf(attempt), std::back_inserter(active));
    }
    return StepFunction(active).peak();
}

bool isRefusal(const record::Attempt &attempt)
{
    return endedByRefusal(attempt) && attempt.hops.back().status.value_or(0) / 100 != 3;
}

bool endedByRefusal(const record::Attempt &attempt)
{
    return !attempt.hops.empty() && attempt.failure && attempt.failure->isThrottling();
}

bool wasInterrupted(const record::Attempt &attempt)
{
    return attempt.failure
        && (attempt.failure->cause == record::Cause::Cancelled
            || attempt.failure->cause == record::Cause::DiskFull);
}

bool wasPassedBy(const record::Attempt &attempt)
{
    return attempt.hops.empty() && attempt.failure && !wasInterrupted(attempt);
}

const record::Attempt &waitedAfter(const record::TaskRecord &task, std::size_t next)
{
    std::size_t place = next - 1;
    while (place > 0 && wasPassedBy(task.attempts[place]))
        --place;
    return task.attempts[place];
}

std::vector<Span> waitsBefore(const record::TaskRecord &task, std::size_t next)
{
    const Stamp to = task.attempts[next].start;
    Stamp from = task.attempts[next - 1].end.value_or(to);
    std::vector<Span> waits;
    for (const record::Pause &pause : task.pauses) {
        if (const Stamp begin = std::min(pause.from, to); begin > from)
            waits.push_back({from, begin});
        from = std::max(from, pause.to.value_or(to));
    }
    if (from < to)
        waits.push_back({from, to});
    return waits;
}

int refusalsIn(const record::Run &run)
{
    std::ptrdiff_t count = 0;
    for (const record::TaskRecord &task : run.tasks)
        count += std::ranges::count_if(task.attempts, isRefusal);
    return static_cast<int>(count);
}

} // namespace lapwing::measure
