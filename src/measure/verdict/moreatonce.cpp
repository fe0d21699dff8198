// SPDX-License-Identifier: MIT
#include "measure/verdict/moreatonce.h"

#include "measure/concurrency.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace lapwing::measure {
namespace {

using record::Run;
using Seconds = std::chrono::duration<double>;

constexpr double worthSaying = 0.05; ///< of the elapsed time
constexpr double atMostWorse = 0.25; ///< an exponent that is no more than noise

/// With a wait or a rate that does not change with the number in flight; seen, not supposed.
bool isSteady(const Evidence &evidence)
{
    const std::optional<double> wait = evidence.waitOfEach.exponent;
    const std::optional<double> rate = evidence.rateOfEach.exponent;
    return (wait || rate) && wait.value_or(0) < atMostWorse && rate.value_or(0) > -atMostWorse;
}

/// How long lanes were held by each task, in the order in which they were taken.
std::vector<double> holdingsIn(const Run &run)
{
    std::vector<std::pair<Stamp, double>> holdings;
    for (const record::TaskRecord &task : run.tasks) {
        for (const record::Attempt &attempt : task.attempts) {
            holdings.emplace_back(attempt.start, Seconds(timeInFlight(attempt)).count());
        }
    }
    std::ranges::stable_sort(holdings, {}, &std::pair<Stamp, double>::first);
    std::vector<double> times;
    for (const auto &[start, time] : holdings)
        times.push_back(time);
    return times;
}

/// Each goes to the lane that is free first.
double makespan(const std::vector<double> &times, int lanes)
{
    std::priority_queue<double, std::vector<double>, std::greater<>> free;
    for (int lane = 0; lane < lanes; ++lane)
        free.push(0);
    double last = 0;
    for (const double time : times) {
        const double end = free.top() + time;
        free.pop();
        free.push(end);
        last = std::max(last, end);
    }
    return last;
}

double waitedForLanes(const std::vector<CriticalStretch> &path)
{
    double waited = 0;
    for (const CriticalStretch &stretch : path)
        waited += stretch.isWaitedFor ? Seconds(stretch.span.to - stretch.span.from).count() : 0;
    return waited;
}

} // namespace

int lastAtOnce(const Run &run)
{
    const auto &changes = run.facts.atOnceChanges;
    return changes.empty() ? run.facts.atOnce : changes.back().atOnce;
}

bool couldBeMore(const Run &run)
{
    return lastAtOnce(run) < static_cast<int>(run.tasks.size());
}

std::optional<Sooner> soonerWithMore(const Run &run, const Evidence &evidence,
                                     const std::vector<CriticalStretch> &path)
{
    const record::RunFacts &facts = run.facts;
    const bool isSimple = facts.atOnceChanges.empty() && facts.steppedDown.empty()
        && facts.holds.empty() && evidence.refusals == 0 && facts.perHost >= facts.atOnce;
    if (!isSimple || !isSteady(evidence))
        return std::nullopt;
    const std::vector<double> times = holdingsIn(run);
    const int maxAtOnce =
        static_cast<int>(std::min<std::size_t>(times.size(), plan::maxConcurrency));
    if (facts.atOnce >= maxAtOnce)
        return std::nullopt;
    const int more = std::min(2 * facts.atOnce, maxAtOnce);
    const double elapsed = Seconds(facts.elapsed).count();
    const double withMore = makespan(times, more);
    const double saved = std::min(
        {makespan(times, facts.atOnce) - withMore, elapsed - withMore, waitedForLanes(path)});
    return saved >= worthSaying * elapsed ? std::optional(Sooner{more, saved}) : std::nullopt;
}

} // namespace lapwing::measure
