// SPDX-License-Identifier: MIT
#include "measure/figurewords.h"
#include "measure/statistics.h"
#include "measure/sweep/recommendation.h"
#include "measure/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::measure {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Cap)
};

using record::Run;
using Seconds = std::chrono::duration<double>;

constexpr double flat = 0.95;   ///< of the best: no growth to speak of
constexpr double linear = 0.9;  ///< the efficiency up to which all of it was put to use
constexpr double longer = 1.25; ///< times: what a cap makes of a wait

/// Our own limits: more were asked for than ever were in flight. Empty: not so.
QString ownLimit(const SweepPoint &highest, const std::vector<Run> &runs)
{
    if (highest.maxAtOnce >= highest.atOnce)
        return {};
    int files = 0;
    int perHost = highest.atOnce;
    for (const Run &run : runs) {
        if (run.facts.atOnce != highest.atOnce || run.facts.mode != plan::Mode::Together)
            continue;
        files = std::max(files, static_cast<int>(run.tasks.size()));
        perHost = std::min(perHost, run.facts.perHost);
    }
    if (files < highest.atOnce)
        return Words::tr("The list has only %1 files, so there were never more at a time.")
            .arg(files);
    if (perHost < highest.atOnce)
        return Words::tr("The limit per host was reached: %1 at a time.").arg(perHost);
    return Words::
        tr("With %1 allowed, no more than %2 were ever active: files finish before others start.")
            .arg(highest.atOnce)
            .arg(highest.maxAtOnce);
}

/// The lowest from which on nothing is gained; the highest is none, since nobody knows. Null: there is none.
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

/// Of all files of the runs with so many at once, in seconds.
struct Usual {
    double wait = 0;
    double receive = 0;
};

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
            const TaskTimes times = timesOf(task);
            waits.push_back(Seconds(times.wait.value_or(Stamp{})).count());
            receives.push_back(Seconds(times.receive.value_or(Stamp{})).count());
        }
    }
    return {medianOf(waits), medianOf(receives)};
}

/// What grows from there on tells whose limit it is.
QString reasonWords(const SweepPoint &last, const Usual &before, const Usual &after)
{
    if (after.wait - before.wait > after.receive - before.receive
        && after.wait > longer * before.wait) {
        const QString waits =
            Words::tr("with more, each waits longer for its answer (%1 instead of %2).")
                .arg(asSeconds(after.wait), asSeconds(before.wait));
        return last.efficiency.value_or(0) >= linear
            ? Words::tr("The server answers no more than %1 at a time: ").arg(last.atOnce) + waits
            : Words::tr("The server is at its limit: ") + waits;
    }
    if (after.receive > longer * before.receive)
        return Words::
            tr("The bandwidth is used up: with more, each file takes longer (%1 instead of %2).")
                .arg(asSeconds(after.receive), asSeconds(before.receive));
    return {};
}

} // namespace

QString plateauReason(const std::vector<SweepPoint> &points, const std::vector<Run> &runs)
{
    const std::vector<SweepPoint> candidates = eligible(points);
    QStringList words;
    if (const SweepPoint *last = lastImprovement(candidates)) {
        const int highest = candidates.back().atOnce;
        words << Words::tr("Throughput stops growing at %1 at a time.").arg(last->atOnce);
        words << reasonWords(*last, usualTimes(last->atOnce, runs), usualTimes(highest, runs));
    }
    if (!candidates.empty())
        words << ownLimit(candidates.back(), runs);
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace lapwing::measure
