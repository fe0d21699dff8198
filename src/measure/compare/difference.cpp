// SPDX-License-Identifier: MIT
#include "measure/compare/difference.h"

#include "measure/compare/differencenotes.h"
#include "measure/compare/taskmatching.h"
#include "measure/times.h"
#include "plan/origin.h"

#include <algorithm>
#include <map>

namespace lapwing::measure {
namespace {

using record::Run;
using Seconds = std::chrono::duration<double>;

void add(std::optional<Stamp> &sum, std::optional<Stamp> part)
{
    if (part)
        sum = sum.value_or(Stamp{}) + *part;
}

/// A phase that was not there took no time; of one that is not observable there is no figure.
std::optional<Stamp> timeOf(const PhaseTime &phase)
{
    return phase.known == Known::DoesNotApply ? std::optional(Stamp{}) : phase.time;
}

/// Sums over pairs, by phase; without those that neither run had.
std::vector<PhaseChange> phaseChanges(const Pairs &pairs)
{
    std::array<Change, phaseCount> sums;
    std::array<bool, phaseCount> isThere{};
    for (const Pair &pair : pairs) {
        const auto before = phasesOf(*pair.before);
        const auto after = phasesOf(*pair.after);
        for (std::size_t place = 0; place < phaseCount; ++place) {
            add(sums[place].before, timeOf(before[place]));
            add(sums[place].after, timeOf(after[place]));
            isThere[place] = isThere[place] || before[place].time || after[place].time;
        }
    }
    std::vector<PhaseChange> changes;
    for (std::size_t place = 0; place < phaseCount; ++place) {
        if (isThere[place])
            changes.push_back({static_cast<Phase>(place), sums[place]});
    }
    return changes;
}

/// How much changed, whichever way.
Stamp sizeOf(const Change &change)
{
    const Stamp by = change.by().value_or(Stamp{});
    return by < Stamp{} ? -by : by;
}

/// The phase that changed most, of those that follow one another. Null: none did. How long a task was queued
/// says more about the others than about it.
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

template<typename Changed>
void sortLargestFirst(std::vector<Changed> &all, Change Changed::*change)
{
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [change](const Changed &one) { return sizeOf(one.*change); });
}

Change ownTimes(const Pairs &pairs)
{
    Change own;
    for (const Pair &pair : pairs) {
        const std::optional<Stamp> before = timesOf(*pair.before).own;
        const std::optional<Stamp> after = timesOf(*pair.after).own;
        if (!before || !after)
            continue;
        add(own.before, before);
        add(own.after, after);
    }
    return own;
}

std::vector<HostChange> hostChanges(const Pairs &pairs)
{
    std::map<QString, Pairs> byHost;
    for (const Pair &pair : pairs)
        byHost[plan::Origin(pair.after->url).text].push_back(pair);
    std::vector<HostChange> changes;
    for (const auto &[host, ofHost] : byHost) {
        HostChange change{host, static_cast<int>(ofHost.size()), ownTimes(ofHost),
                          phaseChanges(ofHost)};
        sortLargestFirst(change.phases, &PhaseChange::change);
        changes.push_back(std::move(change));
    }
    sortLargestFirst(changes, &HostChange::own);
    return changes;
}

std::vector<TaskChange> taskChanges(const Pairs &pairs)
{
    std::vector<TaskChange> changes;
    for (const Pair &pair : pairs) {
        TaskChange change{pair.after->url,
                          pair.after->name,
                          {timesOf(*pair.before).own, timesOf(*pair.after).own},
                          std::nullopt};
        const std::vector<PhaseChange> phases = phaseChanges({pair});
        if (const PhaseChange *most = maxChanged(phases))
            change.phase = most->phase;
        changes.push_back(std::move(change));
    }
    sortLargestFirst(changes, &TaskChange::own);
    return changes;
}

std::optional<HostPhase> largestOf(const std::vector<HostChange> &hosts)
{
    std::optional<HostPhase> largest;
    for (const HostChange &host : hosts) {
        const PhaseChange *most = maxChanged(host.phases);
        if (most != nullptr && (!largest || sizeOf(most->change) > sizeOf(largest->phase.change)))
            largest = HostPhase{host.host, *most};
    }
    return largest;
}

/// Less than this part is what two runs of one kind differ by.
constexpr double noteworthy = 0.01;

bool isSmall(const Change &elapsed)
{
    return Seconds(sizeOf(elapsed)) <= noteworthy * Seconds(elapsed.before.value_or(Stamp{}));
}

} // namespace

std::optional<Stamp> Change::by() const
{
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::optional<double> Change::times() const
{
    if (!before || !after || *before <= Stamp{})
        return std::nullopt;
    return static_cast<double>(after->count()) / static_cast<double>(before->count());
}

Difference differenceOf(const Run &before, const Run &after)
{
    const Pairs pairs = pairsOf(before, after);
    Difference difference;
    difference.elapsed = {before.facts.elapsed, after.facts.elapsed};
    difference.isSmall = isSmall(difference.elapsed);
    difference.phases = phaseChanges(pairs);
    difference.hosts = hostChanges(pairs);
    difference.tasks = taskChanges(pairs);
    difference.largest = largestOf(difference.hosts);
    difference.onlyBefore = static_cast<int>(before.tasks.size() - pairs.size());
    difference.onlyAfter = static_cast<int>(after.tasks.size() - pairs.size());
    difference.notes = notesOn(before, after, pairs);
    return difference;
}

} // namespace lapwing::measure
