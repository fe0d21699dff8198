// SPDX-License-Identifier: MIT
#include "measure/sweep/sweep.h"

#include "measure/compare/completeness.h"
#include "measure/concurrency.h"
#include "measure/figurewords.h"
#include "measure/statistics.h"
#include "measure/sweep/kneedle.h"
#include "measure/sweep/recommendation.h"
#include "measure/sweep/scalability.h"
#include "measure/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace lapwing::measure {
namespace {

using record::Run;
using record::TaskRecord;
using Seconds = std::chrono::duration<double>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Sweep)
};

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
            if (whyIncomplete(*run).isEmpty())
                return run;
        }
    }
    return nullptr;
}

/// Why one of the rounds does not count; empty: all do.
QString gapAmong(const Rounds &rounds, const Run *first)
{
    for (const Run *run : rounds) {
        if (const QString gap = whyIncomplete(*run); !gap.isEmpty())
            return gap;
        if (const QString gap = gapBeside(*run, *first); !gap.isEmpty())
            return gap;
        const std::optional<int> changed = countSizeMismatches(*first, *run);
        if (!changed)
            return Words::tr("It did not download the same list.");
        if (*changed > 0)
            return Words::tr("%n of %1 downloads had a different size.", nullptr, *changed)
                .arg(run->tasks.size());
    }
    return {};
}

/// Without the refusals of what did not even come one at a time: they say nothing about the number at once.
int throttlingsBeside(const Run &run, const Run *first)
{
    int count = throttlingsIn(run);
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
        point.throttled += throttlingsBeside(*run, first);
        point.files = std::max(point.files, filesIn(*run));
    }
    point.gap = gapAmong(rounds, first);
    return point;
}

/// What it was worth, against one at once.
void holdAgainst(const SweepPoint &one, SweepPoint &point)
{
    if (!one.gap.isEmpty() || !point.gap.isEmpty())
        return;
    const double n = point.atOnce;
    point.speedup = one.elapsed / point.elapsed;
    point.efficiency = *point.speedup / n;
    if (n > 1)
        point.serialShare = (1 / *point.speedup - 1 / n) / (1 - 1 / n);
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
    longest.name = named == tasks.end() ? QString() : named->name;
    return longest;
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
    const bool isPassed = std::ranges::any_of(points, [&critical](const SweepPoint &point) {
        return point.speedup.value_or(0) > critical.high;
    });
    return isPassed ? std::nullopt : std::optional(critical);
}

/// When that file, rather than the number at once, is what the best came up against.
QString criticalWords(const std::vector<SweepPoint> &points, const CriticalTask &critical)
{
    const bool isMet = std::ranges::any_of(points, [&critical](const SweepPoint &point) {
        return point.speedup.value_or(0) >= 0.8 * critical.bound;
    });
    const bool isLow = points.back().atOnce > critical.bound;
    if (!isMet || !isLow)
        return {};
    return u' '
        + Words::tr(
              "One file is the bottleneck: %1 alone takes %2, so the speed-up cannot exceed %3×.")
              .arg(critical.name, asSeconds(critical.seconds), boundText(critical));
}

std::optional<double> bookkeepingErrorOf(const Levels &levels)
{
    std::optional<double> worst;
    for (const auto &[atOnce, rounds] : levels) {
        for (const Run *run : rounds) {
            const double stamped = meanConcurrency(*run);
            if (!run->facts.meanConcurrency || stamped <= 0)
                continue;
            const double error = std::abs(*run->facts.meanConcurrency - stamped) / stamped;
            worst = std::max(worst.value_or(0), error);
        }
    }
    return worst;
}

} // namespace

QString boundText(const CriticalTask &critical)
{
    const QString low = asTimes(critical.low);
    const QString high = asTimes(critical.high);
    return low == high ? high : Words::tr("%1 to %2").arg(low, high);
}

Sweep sweepOf(const std::vector<Run> &runs, QString stopped)
{
    const Levels levels = levelsOf(runs);
    const Run *first = yardstick(levels);
    Sweep sweep;
    sweep.stopped = std::move(stopped);
    for (const auto &[atOnce, rounds] : levels)
        sweep.points.push_back(pointOf(atOnce, rounds, first));
    for (SweepPoint &point : sweep.points) {
        if (sweep.points.front().atOnce == 1)
            holdAgainst(sweep.points.front(), point);
    }
    const std::vector<SweepPoint> candidates = eligible(sweep.points);
    const Recommendation recommendation = recommend(sweep.points);
    sweep.recommended = recommendation.atOnce;
    sweep.why = recommendation.why;
    sweep.knee = kneeAmong(candidates);
    sweep.law = lawOf(candidates);
    sweep.cap = plateauReason(sweep.points, runs);
    sweep.bookkeepingError = bookkeepingErrorOf(levels);
    if (!levels.empty())
        sweep.critical = criticalOf(levels.begin()->second, sweep.points);
    if (sweep.critical && sweep.recommended)
        sweep.why += criticalWords(sweep.points, *sweep.critical);
    return sweep;
}

} // namespace lapwing::measure
