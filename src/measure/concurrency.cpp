// SPDX-License-Identifier: MIT
#include "measure/concurrency.h"

#include "measure/stepfunction.h"

#include <algorithm>
#include <utility>

namespace lapwing::measure {
namespace {

using Seconds = std::chrono::duration<double>;

std::optional<Stamp> receiveEnd(const record::Attempt &attempt)
{
    return attempt.received ? attempt.received : attempt.end;
}

} // namespace

double meanConcurrency(const record::Run &run)
{
    Stamp sum{};
    for (const record::TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts)
            sum += between(attempt.start, receiveEnd(attempt)).value_or(Stamp{});
    }
    return run.facts.elapsed > Stamp{} ? Seconds(sum) / Seconds(run.facts.elapsed) : 0;
}

int peakConcurrency(const record::Run &run)
{
    std::vector<Span> active;
    for (const record::TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            if (const std::optional<Stamp> end = receiveEnd(attempt))
                active.push_back({attempt.start, *end});
        }
    }
    return StepFunction(active).peak();
}

bool isRefusal(const record::Attempt &attempt)
{
    return attempt.failure && attempt.failure->isThrottling();
}

bool wasInterrupted(const record::Attempt &attempt)
{
    return attempt.failure
        && (attempt.failure->cause == record::Cause::Cancelled
            || attempt.failure->cause == record::Cause::DiskFull);
}

int throttlingsIn(const record::Run &run)
{
    auto count = static_cast<std::ptrdiff_t>(run.facts.steppedDown.size());
    for (const record::TaskRecord &task : run.tasks)
        count += std::ranges::count_if(task.attempts, isRefusal);
    return static_cast<int>(count);
}

} // namespace lapwing::measure
