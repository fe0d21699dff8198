// SPDX-License-Identifier: MIT
#include "measure/sweep/sweep.h"

#include "measure/compare/comparison.h"
#include "measure/compare/completeness.h"
#include "measure/concurrency.h"
#include "measure/statistics.h"
#include "measure/sweep/kneedle.h"
#include "measure/sweep/plateau.h"
#include "measure/sweep/recommendation.h"
#include "measure/sweep/scalability.h"
#include "measure/times.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace lapwing::measure {
namespace {

using record::Run;
using record::TaskRecord;
using Seconds = std::chrono::duration<double>;

constexpr double closeToBound = 0.8;   ///< of a bound: it is what keeps from more
constexpr double aboveByChance = 1.02; ///< times: a bound passed by so little may hold

using Rounds = std::vector<const Run *>;
using Levels = std::map<int, Rounds>;

Levels levelsOf(const std::vector<Run> &runs)
{
    Levels levels;
    for (const Run &run : runs) {
        if (run.facts.mode == plan::Mode::Together)
            levels[run.facts.atOnce].push_back(&run);
    }
    return levels;
}

/// The first run that is whole, of the lowest number at once that has one: the others have to bring what it did.
const Run *yardstick(const Levels &levels)
{
    for (const auto &[atOnce, rounds] : levels) {
        for (const Run *run : rounds) {
            if (!whyIncomplete(*run))
                return run;
        }
    }
    return nullptr;
}

/// Why one of the rounds does not count; absent: all do.
std::optional<Gap> gapAmong(const Rounds &rounds, const Run *first)
{
    for (const Run *run : rounds) {
        if (const std::optional<Gap> gap = whyIncomplete(*run))
            return gap;
        if (const std::optional<Gap> gap = gapBeside(*run, *first))
            return gap;
        const std::optional<int> changed = countSizeMismatches(*first, *run);
        if (!changed)
            return Gap{Gap::Kind::OtherList};
        if (*changed > 0)
            return Gap{Gap::Kind::OtherSizes, *changed, static_cast<int>(run->tasks.size())};
    }
    return rounds.size() == 1 ? gapIfShort(*rounds.front()) : std::nullopt;
}

/// Without the refusals of what did not even come one at a time: they say nothing about the number at once.
int refusalsBeside(const Run &run, const Run *first)
{
    int count = refusalsIn(run);
    if (first == nullptr || first->facts.atOnce > 1 || leftOutOf(*first) == 0)
        return count;
    std::set<int> neverCame;
    for (const TaskRecord &task : first->tasks) {
        if (isLeftOut(task, first->facts))
            neverCame.insert(task.id);
    }
    for (const TaskRecord &task : run.tasks) {
        if (neverCame.contains(task.id))
            count -= static_cast<int>(std::ranges::count_if(task.attempts, isRefusal));
    }
    return count;
}

template<typename Figure>
std::vector<double> each(const Rounds &rounds, Figure figure)
{
    std::vector<double> figures;
    for (const Run *run : rounds)
        figures.push_back(figure(*run));
    return figures;
}

/// Of fewer than six, the shortest and the longest and what they cover: 1 - 2 / 2^k.
Interval intervalOf(const std::vector<double> &times)
{
    if (const std::optional<Interval> interval = medianInterval(times))
        return *interval;
    const auto [shortest, longest] = std::ranges::minmax(times);
    return {shortest, longest, 1 - std::exp2(1 - static_cast<double>(times.size()))};
}

SweepPoint pointOf(int atOnce, const Rounds &rounds, const Run *first)
{
    const std::vector<double> times =
        each(rounds, [](const Run &run) { return Seconds(elapsedOfFiles(run)).count(); });
    const Interval interval = intervalOf(times);
    SweepPoint point;
    point.atOnce = atOnce;
    point.rounds = static_cast<int>(rounds.size());
    point.elapsed = median(times);
    point.low = interval.low;
    point.high = interval.high;
    point.level = interval.level;
    const double bytes =
        median(each(rounds, [](const Run &run) { return static_cast<double>(bytesOfFiles(run)); }));
    if (point.elapsed > 0)
        point.throughput = bytes / point.elapsed;
    point.inFlight = median(each(rounds, meanConcurrency));
    point.slotUse = point.inFlight / atOnce;
    for (const Run *run : rounds) {
        point.maxAtOnce = std::max(point.maxAtOnce, peakConcurrency(*run));
        point.throttled += refusalsBeside(*run, first);
        point.steppedDown += static_cast<int>(run->facts.steppedDown.size());
        point.files = std::max(point.files, filesIn(*run));
    }
    point.gap = gapAmong(rounds, first);
    return point;
}

/// What it was worth, against one at once.
void holdAgainst(const SweepPoint &one, SweepPoint &point)
{
    if (one.gap || point.gap)
        return;
    const double n = point.atOnce;
    point.speedup = one.elapsed / point.elapsed;
    point.efficiency = *point.speedup / n;
    if (n > 1)
        point.serialShare = (1 / *point.speedup - 1 / n) / (1 - 1 / n);
}

void dropAbove(int atOnce, Sweep &sweep)
{
    if (sweep.knee > atOnce)
        sweep.knee.reset();
    if (sweep.plateau && sweep.plateau->atOnce > atOnce)
        sweep.plateau.reset();
}

std::optional<int> kneeAmong(const std::vector<SweepPoint> &points)
{
    std::vector<CurvePoint> curve;
    for (const SweepPoint &point : points)
        curve.push_back({static_cast<double>(point.atOnce), 1 / point.elapsed});
    const std::optional<double> knee = kneeOf(curve);
    return knee ? std::optional(static_cast<int>(std::lround(*knee))) : std::nullopt;
}

/// In seconds, of each file that came; by its id.
std::map<int, double> ownTimesIn(const Run &run)
{
    std::map<int, double> times;
    for (const TaskRecord &task : run.tasks) {
        const std::optional<Stamp> own = timesOf(task).own;
        if (record::hasFile(task.state) && own)
            times[task.id] = Seconds(*own).count();
    }
    return times;
}

/// The file with the longest own time of its own, by its median over the rounds.
CriticalTask longestIn(const Rounds &rounds)
{
    std::map<int, std::vector<double>> timesById;
    for (const Run *run : rounds) {
        for (const auto &[id, seconds] : ownTimesIn(*run))
            timesById[id].push_back(seconds);
    }
    CriticalTask longest;
    for (const auto &[id, times] : timesById) {
        if (const double seconds = median(times); seconds > longest.seconds) {
            longest.id = id;
            longest.seconds = seconds;
        }
    }
    const auto &tasks = rounds.front()->tasks;
    const auto named = std::ranges::find(tasks, longest.id, &TaskRecord::id);
    longest.name = named == tasks.end() ? QString() : (*named)->name;
    return longest;
}

double highestSpeedup(const std::vector<SweepPoint> &points)
{
    double highest = 0;
    for (const SweepPoint &point : points)
        highest = std::max(highest, point.speedup.value_or(0));
    return highest;
}

/// Of the runs with the fewest at once. What the list took in one round and the file in another differ by the noise
/// of both, as what a speed-up is made of does.
std::optional<CriticalTask> criticalOf(const Rounds &rounds, const std::vector<SweepPoint> &points)
{
    CriticalTask critical = longestIn(rounds);
    std::vector<double> own;
    std::vector<double> list; // at least its time one at a time
    for (const Run *run : rounds) {
        const std::map<int, double> times = ownTimesIn(*run);
        double sum = 0;
        for (const auto &[id, seconds] : times)
            sum += seconds;
        list.push_back(std::max(sum, Seconds(elapsedOfFiles(*run)).count()));
        if (const auto found = times.find(critical.id); found != times.end())
            own.push_back(found->second);
    }
    if (own.size() < 2 || std::ranges::min(own) <= 0)
        return std::nullopt;
    critical.bound = median(list) / median(own);
    critical.low = std::ranges::min(list) / std::ranges::max(own);
    critical.high = std::ranges::max(list) / std::ranges::min(own);
    const double reached = highestSpeedup(points);
    if (reached > aboveByChance * critical.high)
        return std::nullopt;
    critical.high = std::max(critical.high, reached);
    return critical;
}

/// The bound may be as high as `high`: below that it is the number at once that may have been the limit, as it is
/// with files that all take about as long. A number that does not count, or that a server refused, bounds nothing.
bool isMet(const CriticalTask &critical, const std::vector<SweepPoint> &points)
{
    const std::vector<SweepPoint> candidates = eligible(points);
    return !candidates.empty() && highestSpeedup(candidates) >= closeToBound * critical.high
        && closeToBound * candidates.back().atOnce > critical.high;
}

void checkBookkeeping(const Levels &levels, Sweep &sweep)
{
    for (const auto &[atOnce, rounds] : levels) {
        for (const Run *run : rounds) {
            const double stamped = meanConcurrency(*run);
            if (!run->facts.meanConcurrency || stamped <= 0)
                continue;
            if (run->facts.elapsed < minComparedTime) {
                sweep.isTooShortToCheck = true;
                continue;
            }
            const double error = std::abs(*run->facts.meanConcurrency - stamped) / stamped;
            sweep.bookkeepingError = std::max(sweep.bookkeepingError.value_or(0), error);
        }
    }
    if (sweep.bookkeepingError)
        sweep.isTooShortToCheck = false;
}

} // namespace

Sweep sweepOf(const std::vector<Run> &runs, std::optional<record::Stop> stopped)
{
    const Levels levels = levelsOf(runs);
    const Run *first = yardstick(levels);
    Sweep sweep;
    sweep.stopped = stopped;
    for (const auto &[atOnce, rounds] : levels)
        sweep.points.push_back(pointOf(atOnce, rounds, first));
    for (SweepPoint &point : sweep.points) {
        if (sweep.points.front().atOnce == 1)
            holdAgainst(sweep.points.front(), point);
    }
    recommend(sweep);
    sweep.ownLimit = ownLimitOf(sweep.points, runs);
    checkBookkeeping(levels, sweep);
    if (!levels.empty())
        sweep.critical = criticalOf(levels.begin()->second, sweep.points);
    if (sweep.critical)
        sweep.critical->isMet = isMet(*sweep.critical, sweep.points);
    if (sweep.noDifference)
        return sweep;
    const std::vector<SweepPoint> candidates = eligible(sweep.points);
    sweep.knee = kneeAmong(candidates);
    sweep.law = lawOf(candidates);
    sweep.plateau = plateauOf(sweep.points, runs, sweep.critical);
    if (sweep.isWithinNoise) // what lies above may be chance
        dropAbove(*sweep.recommended, sweep);
    return sweep;
}

double throughputIn(const SweepPoint &point, double seconds)
{
    return seconds > 0 ? point.throughput * point.elapsed / seconds : point.throughput;
}

} // namespace lapwing::measure
