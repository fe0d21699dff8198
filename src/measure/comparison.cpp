// SPDX-License-Identifier: MIT
#include "measure/comparison.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace lapwing::measure {
namespace {

using record::Run;
using record::Stamp;
using record::TaskRecord;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Comparison)
};

double ratio(Stamp one, Stamp together)
{
    return std::chrono::duration<double>(one) / std::chrono::duration<double>(together);
}

/// What was there from an earlier run took no time in this one.
QString headStartIn(const Run &run)
{
    const auto had = static_cast<int>(std::ranges::count_if(
        run.tasks, [](const TaskRecord &task) { return task.alreadyThere || task.kept > 0; }));
    if (had == 0)
        return {};
    const QString reason = run.facts.mode == plan::Mode::Together
        ? Words::tr(
            "%n of %1 downloads were there, or a part of them, before they were run together.",
            nullptr, had)
        : Words::tr(
            "%n of %1 downloads were there, or a part of them, before they were run one at a "
            "time.",
            nullptr, had);
    return reason.arg(run.tasks.size());
}

/// Why the run's elapsed time is not that of the whole list; empty: it is.
QString gapIn(const Run &run)
{
    const auto failed = static_cast<int>(
        std::ranges::count(run.tasks, record::TaskState::Failed, &TaskRecord::state));
    const auto files = std::ranges::count_if(run.tasks, record::hasFile, &TaskRecord::state);
    const auto all = static_cast<int>(run.tasks.size());
    const int missing = all - static_cast<int>(files);
    const bool together = run.facts.mode == plan::Mode::Together;
    if (failed > 0)
        return (together
                    ? Words::tr("%n of %1 downloads failed when run together.", nullptr, failed)
                    : Words::tr("%n of %1 downloads failed when run one at a time.", nullptr,
                                failed))
            .arg(all);
    if (missing > 0)
        return (together ? Words::tr("%n of %1 downloads had not finished when run together.",
                                     nullptr, missing)
                         : Words::tr("%n of %1 downloads had not finished when run one at a time.",
                                     nullptr, missing))
            .arg(all);
    if (const QString headStart = headStartIn(run); !headStart.isEmpty())
        return headStart;
    return run.facts.elapsed > Stamp{} ? QString()
                                       : Words::tr("The run was too short to be measured.");
}

/// Why two whole runs did not do the same work; empty: they did.
QString differenceOf(const Run &together, const Run &oneAtATime)
{
    std::map<int, qint64> bytesById;
    for (const TaskRecord &task : together.tasks)
        bytesById[task.id] = task.bytes;
    int changed = 0;
    for (const TaskRecord &task : oneAtATime.tasks) {
        const auto found = bytesById.find(task.id);
        if (found == bytesById.end() || together.tasks.size() != oneAtATime.tasks.size())
            return Words::tr("The two runs did not download the same list.");
        changed += found->second == task.bytes ? 0 : 1;
    }
    if (changed == 0)
        return {};
    return Words::tr("%n of %1 downloads had another size the second time.", nullptr, changed)
        .arg(oneAtATime.tasks.size());
}

} // namespace

std::optional<Comparison> compareWithEstimate(const Run &together)
{
    const std::optional<Range> range = estimateOneAtATime(together.tasks);
    if (!range)
        return std::nullopt;
    Comparison comparison;
    comparison.baseline.range = range;
    Speedup &speedup = comparison.speedup;
    speedup.why = gapIn(together);
    speedup.comparable = speedup.why.isEmpty();
    if (!speedup.comparable)
        return comparison;
    speedup.low = ratio(range->low, together.facts.elapsed);
    speedup.high = ratio(range->high, together.facts.elapsed);
    speedup.why = Words::tr(
        "An estimate from the run together, not a measurement. Low end: every file waits the "
        "shortest time seen of its server, then comes at the best rate seen; too high where the "
        "server slows down under load. High end: what each download took, added up; too low "
        "where the server is slower when asked one at a time.");
    return comparison;
}

Comparison compare(const Run &together, const Run &oneAtATime)
{
    const QString baselineGap = gapIn(oneAtATime);
    Comparison comparison;
    comparison.baseline.kind = Baseline::Kind::Measured;
    if (baselineGap.isEmpty())
        comparison.baseline.measured = oneAtATime.facts.elapsed;
    Speedup &speedup = comparison.speedup;
    speedup.kind = Baseline::Kind::Measured;
    for (const QString &reason :
         {gapIn(together), baselineGap, differenceOf(together, oneAtATime)}) {
        if (speedup.why.isEmpty())
            speedup.why = reason;
    }
    speedup.comparable = speedup.why.isEmpty();
    if (!speedup.comparable)
        return comparison;
    speedup.value = ratio(oneAtATime.facts.elapsed, together.facts.elapsed);
    speedup.why = Words::tr(
        "The list ran once each way, one at a time afterwards: caches may have been warm.");
    return comparison;
}

std::optional<Comparison> compareRounds(const std::vector<Run> &runs)
{
    const Run *together = nullptr;
    const Run *oneAtATime = nullptr;
    for (const Run &run : runs)
        (run.facts.mode == plan::Mode::Together ? together : oneAtATime) = &run;
    if (together == nullptr || oneAtATime == nullptr)
        return std::nullopt;
    return compare(*together, *oneAtATime);
}

std::optional<double> errorOf(const Comparison &, const Comparison &)
{
    return std::nullopt;
}

} // namespace lapwing::measure
