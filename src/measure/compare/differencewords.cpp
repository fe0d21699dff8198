// SPDX-License-Identifier: MIT
#include "measure/compare/differencewords.h"

#include "measure/figurewords.h"
#include "measure/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lapwing::measure {
namespace {

using record::Run;
using record::TaskRecord;
using Seconds = std::chrono::duration<double>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Difference)
};

int countOf(const Pairs &pairs, bool (*holds)(const Pair &pair))
{
    return static_cast<int>(std::ranges::count_if(pairs, holds));
}

int failedIn(const Run &run)
{
    return static_cast<int>(
        std::ranges::count(run.tasks, record::TaskState::Failed, &TaskRecord::state));
}

QStringList taskNotes(const Pairs &pairs)
{
    QStringList notes;
    const int resized =
        countOf(pairs, [](const Pair &pair) { return pair.before->bytes != pair.after->bytes; });
    const int there = countOf(pairs, [](const Pair &pair) {
        return pair.before->alreadyThere != pair.after->alreadyThere
            || pair.before->kept != pair.after->kept;
    });
    if (resized > 0)
        notes << Words::tr("Files with a different number of bytes: %1.").arg(resized);
    if (there > 0)
        notes
            << Words::tr(
                   "Files that were already on disk, at least in part, before one of the runs: %1.")
                   .arg(there);
    return notes;
}

double secondsOf(std::optional<Stamp> time)
{
    return Seconds(time.value_or(Stamp{})).count();
}

/// Less than this is what two runs of one kind differ by.
constexpr double noteworthy = 0.01;

QString elapsedWords(const Change &elapsed)
{
    const double by = secondsOf(elapsed.by());
    const double times = elapsed.times().value_or(1);
    const QString after = asSeconds(secondsOf(elapsed.after));
    if (std::abs(by) <= noteworthy * secondsOf(elapsed.before))
        return Words::tr("Both runs took about the same time: %1 and %2.")
            .arg(asSeconds(secondsOf(elapsed.before)), after);
    return (by > 0 ? Words::tr("The second run took %1, %2 longer than the first (%3×).")
                   : Words::tr("The second run took %1, %2 less than the first (%3×)."))
        .arg(after, asSeconds(std::abs(by)), asTimes(times));
}

QString hostWords(const std::vector<HostChange> &hosts)
{
    const HostChange *host = nullptr;
    const PhaseChange *phase = nullptr;
    for (const HostChange &each : hosts) {
        const PhaseChange *most = maxChanged(each.phases);
        if (most == nullptr || (phase != nullptr && sizeOf(most->change) <= sizeOf(phase->change)))
            continue;
        host = &each;
        phase = most;
    }
    if (phase == nullptr)
        return {};
    return u' '
        + Words::tr("The largest change is %1 at %2: from %3 to %4, summed over its files.")
              .arg(titleOf(phase->phase), host->host, asSeconds(secondsOf(phase->change.before)),
                   asSeconds(secondsOf(phase->change.after)));
}

} // namespace

Stamp sizeOf(const Change &change)
{
    const Stamp by = change.by().value_or(Stamp{});
    return by < Stamp{} ? -by : by;
}

const PhaseChange *maxChanged(const std::vector<PhaseChange> &phases)
{
    const PhaseChange *most = nullptr;
    for (const PhaseChange &each : phases) {
        if (isPart(each.phase) || each.phase == Phase::Queued || !each.change.by())
            continue;
        if (sizeOf(each.change) > (most == nullptr ? Stamp{} : sizeOf(most->change)))
            most = &each;
    }
    return most;
}

QStringList notesOn(const Run &before, const Run &after, const Pairs &pairs)
{
    QStringList notes;
    if (before.facts.mode != after.facts.mode)
        notes << Words::tr("One of them ran together, the other one at a time.");
    else if (before.facts.atOnce != after.facts.atOnce)
        notes << Words::tr("The first ran %1 at a time, the second %2.")
                     .arg(before.facts.atOnce)
                     .arg(after.facts.atOnce);
    if (before.facts.discarded != after.facts.discarded)
        notes << Words::tr("Only one of them wrote files.");
    if (before.facts.stopped || after.facts.stopped)
        notes << Words::tr("One of them was stopped.");
    if (failedIn(before) > 0 || failedIn(after) > 0)
        notes << Words::tr("Downloads failed: %1 in the first, %2 in the second.")
                     .arg(failedIn(before))
                     .arg(failedIn(after));
    return notes + taskNotes(pairs);
}

QString textOf(const Difference &difference)
{
    return elapsedWords(difference.elapsed) + hostWords(difference.hosts);
}

} // namespace lapwing::measure
