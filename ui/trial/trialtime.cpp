// SPDX-License-Identifier: MIT
#include "trial/trialtime.h"

#include "measure/compare/completeness.h"
#include "measure/seconds.h"
#include "text/amounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace lapwing::ui {
namespace {

using Step = trial::RunSchedule::Step;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TrialTime)
};

/// What one that is known says of another number at once.
SecondsRange boundsFrom(const KnownTime &known, int atOnce)
{
    const double share = static_cast<double>(known.atOnce) / atOnce;
    if (known.atOnce < atOnce)
        return {known.seconds.low * share, known.seconds.high};
    return {known.seconds.low, known.seconds.high * share};
}

SecondsRange plus(const SecondsRange &range, double seconds)
{
    return {range.low + seconds, range.high + seconds, range.isOpen};
}

/// So many of the runs that are to come still have what fails in them.
int withFailed(const TrialProgress &progress)
{
    const auto counts = std::ranges::find(progress.steps, true, &Step::isKept);
    return progress.files > 0 ? 0 : static_cast<int>(counts - progress.steps.begin()) + 1;
}

/// From here on the pace of a run tells how long it takes.
constexpr double enoughToTell = 0.05;
constexpr double noise = 1.1; ///< times: a pace and a bound that agree

/// So many at once took one known time, which is not over.
bool isKnown(const std::vector<KnownTime> &known, int lanes, double inRun)
{
    const auto found = std::ranges::find(known, lanes, &KnownTime::atOnce);
    return found != known.end() && found->seconds.low >= found->seconds.high
        && inRun <= found->seconds.high;
}

/// `known`, with what the current run says of itself, unless that is known better.
std::vector<KnownTime> withCurrent(std::vector<KnownTime> known, int lanes, double inRun,
                                   double share, double notBefore)
{
    const bool hasPace = share >= enoughToTell;
    if (isKnown(known, lanes, inRun) || (!hasPace && notBefore <= 0))
        return known;
    const auto seen = expectedTime(lanes, known);
    const double least = std::max(notBefore, seen ? seen->low : 0);
    const double likely = hasPace ? inRun / share : seen ? seen->high : 0;
    const double high = std::max(likely, least);
    return joined({{lanes, {hasPace ? high : least, high, least > noise * likely}}}, known);
}

int lanesOf(plan::Mode mode, int atOnce)
{
    return mode == plan::Mode::OneAtATime ? 1 : atOnce;
}

/// Whole seconds from 10 on: nobody waits for tenths.
QString timeText(double seconds)
{
    const record::Stamp time = measure::stampOf(seconds < 10 ? seconds : std::round(seconds));
    return seconds >= 10 && time < std::chrono::minutes(1) ? text::asSeconds(time, 0)
                                                           : text::asTime(time);
}

} // namespace

std::optional<SecondsRange> expectedTime(int atOnce, const std::vector<KnownTime> &known)
{
    std::optional<SecondsRange> expected;
    for (const KnownTime &each : known) {
        if (each.atOnce == atOnce)
            return each.seconds;
        const SecondsRange bounds = boundsFrom(each, atOnce);
        if (!expected)
            expected = bounds;
        expected->low = std::max(expected->low, bounds.low);
        expected->high = std::min(expected->high, bounds.high);
    }
    if (expected && expected->low > expected->high) // they contradict each other, as noise does
        std::swap(expected->low, expected->high);
    return expected;
}

std::optional<SecondsRange> expectedTime(const std::vector<Step> &steps,
                                         const std::vector<KnownTime> &known)
{
    if (known.empty())
        return std::nullopt;
    SecondsRange sum;
    for (const Step &step : steps) {
        const SecondsRange one = *expectedTime(lanesOf(step.mode, step.atOnce), known);
        sum.low += one.low;
        sum.high += one.high;
    }
    return sum;
}

std::vector<Step> stepsOf(const TrialChoice &choice, int atOnce, int entries)
{
    std::vector<Step> each{{plan::Mode::Together, std::min(atOnce, std::max(entries, 1)), 1, true},
                           {plan::Mode::OneAtATime, 1, 1, true}};
    if (choice.isSweep) {
        each.clear();
        for (const int level : choice.levels)
            each.push_back({plan::Mode::Together, level, 1, true});
    }
    std::vector<Step> steps;
    const int warmUps = choice.runs() - static_cast<int>(each.size()) * choice.rounds.count;
    steps.insert(steps.end(), each.begin(), each.begin() + warmUps);
    for (int round = 0; round < choice.rounds.count; ++round)
        steps.insert(steps.end(), each.begin(), each.end());
    return steps;
}

std::vector<KnownTime> knownFrom(const std::vector<TrialRun> &runs)
{
    std::map<int, std::pair<double, int>> sums;
    for (const TrialRun &run : runs) {
        auto &[seconds, count] = sums[lanesOf(run.mode, run.atOnce)];
        seconds += run.seconds;
        ++count;
    }
    std::vector<KnownTime> known;
    for (const auto &[atOnce, sum] : sums) {
        const double mean = sum.first / sum.second;
        known.push_back({atOnce, {mean, mean}});
    }
    return known;
}

std::vector<KnownTime> joined(std::vector<KnownTime> known, const std::vector<KnownTime> &others)
{
    for (const KnownTime &each : others) {
        if (std::ranges::find(known, each.atOnce, &KnownTime::atOnce) == known.end())
            known.push_back(each);
    }
    return known;
}

std::vector<KnownTime> knownFrom(const report::Document &document)
{
    std::vector<TrialRun> runs;
    for (const record::Run &run : document.runs) {
        if (document.trial.kind != record::Trial::Kind::Get && !measure::whyIncomplete(run))
            runs.push_back(figuresOf(run));
    }
    return knownFrom(runs);
}

double timeOfFailed(const record::Run &run)
{
    const double all = measure::seconds(run.facts.elapsed);
    return std::max(all - measure::seconds(measure::elapsedOfFiles(run)), 0.0);
}

int runsWithFailed(const TrialChoice &choice)
{
    const int kinds = choice.isSweep ? static_cast<int>(choice.levels.size()) : 2;
    return choice.runs() - kinds * choice.rounds.count + 1;
}

double shareOf(const RunShare &received, const TrialProgress &progress, const TrialOutlook &before)
{
    const qint64 bytes = progress.runs.empty() ? before.bytes : progress.runs.back().bytes;
    const int files = progress.files > 0 ? progress.files : before.entries;
    if (bytes > 0)
        return std::min(static_cast<double>(received.bytes) / static_cast<double>(bytes), 1.0);
    return files > 0 ? std::min(received.files / files, 1.0) : 0;
}

std::optional<SecondsRange> timeLeft(const TrialProgress &progress, double inRun,
                                     const TrialOutlook &before, double share, double notBefore)
{
    if (progress.steps.empty())
        return std::nullopt;
    const Step &now = progress.steps.front();
    const std::vector<KnownTime> known =
        withCurrent(joined(knownFrom(progress.runs), before.known), lanesOf(now.mode, now.atOnce),
                    inRun, share, notBefore);
    const std::optional<SecondsRange> all = expectedTime(progress.steps, known);
    if (!all)
        return std::nullopt;
    const int failing = withFailed(progress);
    const SecondsRange current =
        plus(*expectedTime(lanesOf(now.mode, now.atOnce), known), failing > 0 ? before.failed : 0);
    const SecondsRange left = plus(*all, failing * before.failed);
    const double low = left.low - std::min(inRun, current.low);
    if (current.isOpen && low <= 0)
        return std::nullopt; // a file that stands still, and was to be here by now
    return SecondsRange{low, left.high - std::min(inRun, current.high), current.isOpen};
}

QString textOf(const SecondsRange &range)
{
    const QString low = timeText(range.low);
    const QString high = timeText(range.high);
    if (range.isOpen)
        return Words::tr("at least %1").arg(low);
    if (low == high)
        return Words::tr("about %1").arg(high);
    if (range.low < range.high / 10) // the low end says next to nothing
        return Words::tr("up to %1").arg(high);
    return Words::tr("%1 to %2").arg(low, high);
}

} // namespace lapwing::ui
