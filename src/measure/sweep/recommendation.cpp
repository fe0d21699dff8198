// SPDX-License-Identifier: MIT
#include "measure/sweep/recommendation.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

constexpr double near = 0.95;  ///< of the best throughput
constexpr double slack = 1.02; ///< intervals this far apart may still be chance
constexpr int roundsForAnInterval = 6;

std::optional<int> lowestThrottled(const std::vector<SweepPoint> &points)
{
    const auto found = std::ranges::find_if(
        points, [](const SweepPoint &point) { return point.throttled + point.steppedDown > 0; });
    return found == points.end() ? std::nullopt : std::optional(found->atOnce);
}

/// One that was too short to count may have been the best.
bool mayHideTheBest(const std::vector<SweepPoint> &points, std::optional<int> throttled)
{
    return std::ranges::any_of(points, [throttled](const SweepPoint &point) {
        return point.gap && point.gap->kind == Gap::Kind::TooShort
            && (!throttled || point.atOnce < *throttled);
    });
}

bool isAsGood(const SweepPoint &point, const SweepPoint &best)
{
    const bool overlaps = point.low <= best.high * slack && best.low <= point.high * slack;
    return overlaps && best.elapsed >= near * point.elapsed;
}

/// Nothing higher was tried, and it would have been possible: there are more files, and all lanes were used.
bool mayBeExceeded(const SweepPoint &best, const std::vector<SweepPoint> &points)
{
    return best.atOnce == points.back().atOnce && best.maxAtOnce >= best.atOnce
        && best.atOnce < std::min(best.files, plan::maxConcurrency);
}

} // namespace

std::vector<SweepPoint> eligible(const std::vector<SweepPoint> &points)
{
    const std::optional<int> throttled = lowestThrottled(points);
    std::vector<SweepPoint> eligible;
    for (const SweepPoint &point : points) {
        if (!point.gap && (!throttled || point.atOnce < *throttled))
            eligible.push_back(point);
    }
    return eligible;
}

void recommend(Sweep &sweep)
{
    sweep.throttledFrom = lowestThrottled(sweep.points);
    const std::vector<SweepPoint> candidates = eligible(sweep.points);
    if (candidates.empty() || mayHideTheBest(sweep.points, sweep.throttledFrom))
        return;
    const SweepPoint &best = *std::ranges::min_element(candidates, {}, &SweepPoint::elapsed);
    const SweepPoint &chosen = *std::ranges::find_if(candidates, [&best](const SweepPoint &point) {
        return isAsGood(point, best) || point.maxAtOnce >= best.maxAtOnce;
    });
    sweep.recommended = chosen.atOnce;
    sweep.fastest = best.atOnce;
    sweep.mayBeExceeded = mayBeExceeded(best, sweep.points);
    const int fewest = std::ranges::min(candidates, {}, &SweepPoint::rounds).rounds;
    if (fewest < roundsForAnInterval)
        sweep.fewRounds = fewest;
}

std::optional<Recommendation> recommendationOf(const Sweep &sweep)
{
    if (!sweep.recommended)
        return std::nullopt;
    return Recommendation{*sweep.recommended, sweep.mayBeExceeded ? sweep.fastest : std::nullopt};
}

bool triedMoreInVain(const Recommendation &recommendation, int atOnce)
{
    return atOnce >= recommendation.atOnce
        && (!recommendation.openFrom || atOnce < *recommendation.openFrom);
}

} // namespace lapwing::measure
