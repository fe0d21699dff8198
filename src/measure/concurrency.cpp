// SPDX-License-Identifier: MIT
#include "measure/concurrency.h"

#include "measure/times.h"

#include <algorithm>
#include <utility>

namespace lapwing::measure {
namespace {

using Seconds = std::chrono::duration<double>;

std::optional<Stamp> receiveEnd(const record::Attempt &attempt)
{
    return attempt.received ? attempt.received : attempt.end;
}

/// From that moment on, one more in flight or one less.
using Turn = std::pair<Stamp, int>;

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
    std::vector<Turn> turns;
    for (const record::TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            const std::optional<Stamp> time = between(attempt.start, receiveEnd(attempt));
            if (!time || *time == Stamp{})
                continue;
            turns.emplace_back(attempt.start, +1);
            turns.emplace_back(attempt.start + *time, -1);
        }
    }
    std::ranges::sort(turns); // at one moment, those that land go first
    int now = 0;
    int most = 0;
    for (const auto &[at, by] : turns) {
        now += by;
        most = std::max(most, now);
    }
    return most;
}

bool isRefusal(const record::Attempt &attempt)
{
    return attempt.failure
        && (attempt.failure->code == u"http-429" || attempt.failure->code == u"http-503");
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
