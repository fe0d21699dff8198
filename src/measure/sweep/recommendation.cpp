// SPDX-License-Identifier: MIT
#include "measure/sweep/recommendation.h"

#include "measure/compare/comparison.h"
#include "measure/seconds.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

constexpr double near = 0.95;       ///< of the best throughput
constexpr double slack = 1.02;      ///< intervals this far apart may still be chance
constexpr double worthwhile = 1.25; ///< times: a difference that nobody should miss
constexpr int roundsForAnInterval = 6;
constexpr int roundsThatTell =
    3; ///< of equal numbers two rounds each are apart in a third of cases, three in a tenth

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

bool isNear(const SweepPoint &point, const SweepPoint &best)
{
    return best.elapsed >= near * point.elapsed;
}

/// What was seen tells next to nothing: one round, or two of a moment.
bool isVague(const SweepPoint &point)
{
    return point.rounds == 1
        || (point.rounds < roundsThatTell && point.elapsed < seconds(minComparedTime));
}

/// Their intervals are apart, by more than chance.
bool isFaster(const SweepPoint &one, const SweepPoint &other)
{
    return other.low > one.high * (isVague(one) || isVague(other) ? worthwhile : slack);
}

bool isBeaten(const SweepPoint &point, const std::vector<SweepPoint> &candidates)
{
    return std::ranges::any_of(
        candidates, [&point](const SweepPoint &other) { return isFaster(other, point); });
}

/// Absent: two of them are apart, or none can be much faster than the smallest.
std::optional<NoDifference> noDifferenceAmong(const std::vector<SweepPoint> &candidates,
                                              const SweepPoint &best)
{
    const double low = std::ranges::min(candidates, {}, &SweepPoint::low).low;
    const bool isAnyBeaten = std::ranges::any_of(
        candidates, [&](const SweepPoint &point) { return isBeaten(point, candidates); });
    if (candidates.size() < 2 || isAnyBeaten || candidates.front().high <= worthwhile * low)
        return std::nullopt;
    const bool isShort = best.elapsed < seconds(minComparedTime);
    return NoDifference{isShort ? NoDifference::Reason::ShortRuns
                                : NoDifference::Reason::VaryingRuns,
                        low, std::ranges::max(candidates, {}, &SweepPoint::high).high};
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
    const int fewest = std::ranges::min(candidates, {}, &SweepPoint::rounds).rounds;
    if (fewest < roundsForAnInterval)
        sweep.fewRounds = fewest;
    sweep.noDifference = noDifferenceAmong(candidates, best);
    if (sweep.noDifference)
        return;
    const SweepPoint &chosen = *std::ranges::find_if(candidates, [&](const SweepPoint &point) {
        return isNear(point, best) || point.maxAtOnce >= best.maxAtOnce
            || !isBeaten(point, candidates);
    });
    sweep.recommended = chosen.atOnce;
    sweep.fastest = best.atOnce;
    sweep.isWithinNoise = !isNear(chosen, best) && !isFaster(best, chosen);
    sweep.mayBeExceeded = mayBeExceeded(best, sweep.points);
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
