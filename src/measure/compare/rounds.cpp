// SPDX-License-Identifier: MIT
#include "measure/compare/rounds.h"

#include "measure/compare/comparison.h"
#include "measure/compare/completeness.h"
#include "measure/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lapwing::measure {
namespace {

using record::Run;
using record::Stamp;

/// One of so many.
Comparison comparisonOf(const Round &round, std::size_t rounds)
{
    Comparison comparison = compare(*round.together, *round.oneAtATime, static_cast<int>(rounds));
    comparison.speedup.togetherFirst = round.togetherFirst;
    return comparison;
}

/// Why the round did not bring the same files and bytes as the first; absent: it did.
std::optional<Gap> gapBetween(const Round &first, const Round &round)
{
    std::optional<Gap> gap = gapInFiles(*first.together, *round.together);
    if (gap) {
        gap->round = round.number;
        gap->against = first.number;
    }
    return gap;
}

/// Why the rounds are not to be held against each other; absent: they are.
std::optional<Gap> gapAmong(const std::vector<Round> &rounds, const std::vector<Comparison> &each)
{
    for (std::size_t place = 0; place < rounds.size(); ++place) {
        if (std::optional<Gap> gap = each[place].speedup.gap) {
            gap->round = rounds[place].number;
            return gap;
        }
        if (const std::optional<Gap> gap = gapBetween(rounds.front(), rounds[place]))
            return gap;
    }
    return std::nullopt;
}

/// Absent unless every round has one.
std::optional<Stamp> medianBaseline(const std::vector<Comparison> &each)
{
    std::vector<double> all;
    for (const Comparison &one : each) {
        if (!one.baseline.measured)
            return std::nullopt;
        all.push_back(static_cast<double>(one.baseline.measured->count()));
    }
    return Stamp{std::llround(median(std::move(all)))};
}

/// Every ratio is there.
void sumUp(const std::vector<Round> &rounds, Speedup &speedup)
{
    speedup.value = median(speedup.ratios);
    if (const std::optional<Interval> interval = medianInterval(speedup.ratios)) {
        speedup.low = interval->low;
        speedup.high = interval->high;
        speedup.level = interval->level;
    }
    for (const std::size_t place : outliers(speedup.ratios))
        speedup.outliers.push_back(rounds[place].number);
}

Comparison comparisonOf(const std::vector<Round> &rounds)
{
    std::vector<Comparison> each;
    for (const Round &round : rounds)
        each.push_back(comparisonOf(round, rounds.size()));
    Comparison comparison;
    comparison.baseline.kind = Baseline::Kind::Measured;
    comparison.baseline.measured = medianBaseline(each);
    Speedup &speedup = comparison.speedup;
    speedup.kind = Baseline::Kind::Measured;
    speedup.rounds = static_cast<int>(rounds.size());
    speedup.files = each.front().speedup.files;
    for (const Comparison &one : each)
        speedup.listed = std::max(speedup.listed, one.speedup.listed);
    speedup.gap = gapAmong(rounds, each);
    if (speedup.gap)
        return comparison;
    for (const Comparison &one : each)
        speedup.ratios.push_back(*one.speedup.value);
    sumUp(rounds, speedup);
    return comparison;
}

} // namespace

std::vector<Round> roundsOf(const std::vector<Run> &runs)
{
    std::map<int, Round> rounds;
    for (const Run &run : runs) {
        const bool together = run.facts.mode == plan::Mode::Together;
        Round &round = rounds[run.facts.round];
        round.number = run.facts.round;
        (together ? round.together : round.oneAtATime) = &run;
    }
    std::vector<Round> whole;
    for (auto &[number, round] : rounds) {
        round.togetherFirst = round.together < round.oneAtATime;
        if (round.together != nullptr && round.oneAtATime != nullptr)
            whole.push_back(round);
    }
    return whole;
}

std::optional<Comparison> compareRounds(const std::vector<Run> &runs)
{
    const std::vector<Round> rounds = roundsOf(runs);
    if (rounds.empty())
        return std::nullopt;
    if (rounds.size() > 1)
        return comparisonOf(rounds);
    return comparisonOf(rounds.front(), 1);
}

std::optional<double> errorOf(const Comparison &estimate, const Comparison &measured)
{
    const Speedup &told = estimate.speedup;
    const std::optional<double> truth = measured.speedup.value;
    const bool isRange = told.kind == Baseline::Kind::Range;
    if (!truth || !isRange || !told.low || !told.high)
        return std::nullopt;
    if (*truth < *told.low)
        return *told.low / *truth;
    return std::max(1.0, *truth / *told.high);
}

} // namespace lapwing::measure
