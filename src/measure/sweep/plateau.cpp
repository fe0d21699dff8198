// SPDX-License-Identifier: MIT
#include "measure/sweep/plateau.h"

#include "measure/statistics.h"
#include "measure/sweep/recommendation.h"
#include "measure/times.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Run;
using Seconds = std::chrono::duration<double>;

constexpr double flat = 0.95;   ///< of the best: no growth to speak of
constexpr double linear = 0.9;  ///< the efficiency up to which all of it was put to use
constexpr double longer = 1.25; ///< times: what a cap makes of a file's time, by Little's law
constexpr double noise = 0.005; ///< seconds: what stamps and a busy loop make of a time

/// The lowest from which on nothing is gained; the highest is not one, since higher ones are unknown. Null: there is none.
const SweepPoint *lastImprovement(const std::vector<SweepPoint> &points)
{
    double best = 0;
    for (const SweepPoint &point : points)
        best = std::max(best, 1 / point.elapsed);
    auto from = points.end();
    while (from != points.begin() && 1 / std::prev(from)->elapsed >= flat * best)
        --from;
    return points.end() - from < 2 ? nullptr : &*from;
}

/// Of all files that came in the runs with so many at once, in seconds.
struct Usual {
    double wait = 0;
    double receive = 0;
    [[nodiscard]] double both() const { return wait + receive; }
};

bool isLonger(double after, double before)
{
    return after > longer * before && after > before + noise;
}

double medianOf(const std::vector<double> &times)
{
    return times.empty() ? 0 : median(times);
}

Usual usualTimes(int atOnce, const std::vector<Run> &runs)
{
    std::vector<double> waits;
    std::vector<double> receives;
    for (const Run &run : runs) {
        if (run.facts.atOnce != atOnce || run.facts.mode != plan::Mode::Together)
            continue;
        for (const record::TaskRecord &task : run.tasks) {
            if (!record::hasFile(task.state))
                continue; // a dead link may have waited for nothing, or for long
            const TaskTimes times = timesOf(task);
            if (times.wait)
                waits.push_back(Seconds(*times.wait).count());
            if (times.receive)
                receives.push_back(Seconds(*times.receive).count());
        }
    }
    return {medianOf(waits), medianOf(receives)};
}

/// What grows from there on tells whose limit it is: with more in flight at the same throughput each file takes longer.
/// A wait that grew while the files did not cost nothing.
Plateau plateauAt(const SweepPoint &last, const Usual &before, const Usual &after)
{
    using Kind = Plateau::Kind;
    if (!isLonger(after.both(), before.both()))
        return {Kind::Unexplained, last.atOnce, 0, 0};
    if (after.wait - before.wait > after.receive - before.receive
        && isLonger(after.wait, before.wait)) {
        const bool isFullUse = last.efficiency.value_or(0) >= linear;
        return {isFullUse ? Kind::ServerAllows : Kind::ServerIsBusy, last.atOnce, before.wait,
                after.wait};
    }
    if (isLonger(after.receive, before.receive))
        return {Kind::Bandwidth, last.atOnce, before.receive, after.receive};
    return {Kind::Unexplained, last.atOnce, 0, 0};
}

} // namespace

std::optional<Plateau> plateauOf(const std::vector<SweepPoint> &points,
                                 const std::vector<Run> &runs,
                                 const std::optional<CriticalTask> &critical)
{
    const std::vector<SweepPoint> candidates = eligible(points);
    const SweepPoint *last = lastImprovement(candidates);
    if (last == nullptr)
        return std::nullopt;
    if (critical && critical->isMet)
        return Plateau{Plateau::Kind::OneFile, last->atOnce, 0, 0};
    return plateauAt(*last, usualTimes(last->atOnce, runs),
                     usualTimes(candidates.back().atOnce, runs));
}

std::optional<OwnLimit> ownLimitOf(const std::vector<SweepPoint> &points,
                                   const std::vector<Run> &runs)
{
    const std::vector<SweepPoint> candidates = eligible(points);
    if (candidates.empty() || candidates.back().maxAtOnce >= candidates.back().atOnce)
        return std::nullopt;
    const SweepPoint &highest = candidates.back();
    int files = 0;
    int perHost = highest.atOnce;
    for (const Run &run : runs) {
        if (run.facts.atOnce != highest.atOnce || run.facts.mode != plan::Mode::Together)
            continue;
        files = std::max(files, static_cast<int>(run.tasks.size()));
        perHost = std::min(perHost, run.facts.perHost);
    }
    using Kind = OwnLimit::Kind;
    if (files < highest.atOnce)
        return OwnLimit{Kind::Files, highest.atOnce, files};
    if (perHost < highest.atOnce)
        return OwnLimit{Kind::PerHost, highest.atOnce, perHost};
    return OwnLimit{Kind::ShortFiles, highest.atOnce, highest.maxAtOnce};
}

} // namespace lapwing::measure
