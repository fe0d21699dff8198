// SPDX-License-Identifier: MIT
#include "measure/compare/difference.h"

#include "measure/compare/completeness.h"
#include "measure/compare/differencenotes.h"
#include "measure/compare/taskmatching.h"
#include "measure/times.h"
#include "plan/origin.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace lapwing::measure {
namespace {

using record::Run;
using record::TaskRecord;
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

/// The phase that changed most, of those that follow one another. Absent: none did. How long a task was queued
/// says more about the others than about it.
std::optional<PhaseChange> maxChanged(const std::vector<PhaseChange> &phases)
{
    std::optional<PhaseChange> most;
    for (const PhaseChange &each : phases) {
        if (isPart(each.phase) || each.phase == Phase::Queued)
            continue;
        if (sizeOf(each.change) > (most ? sizeOf(most->change) : Stamp{}))
            most = each;
    }
    return most;
}

/// Where that phase changed most the way its sum did; empty: there is one host.
QString hostOf(const PhaseChange &sum, const std::map<QString, Pairs> &byHost)
{
    if (byHost.size() < 2)
        return {};
    const bool isLonger = sum.change.by() > Stamp{};
    QString most;
    Stamp size{};
    for (const auto &[host, ofHost] : byHost) {
        const std::vector<PhaseChange> phases = phaseChanges(ofHost);
        const auto found = std::ranges::find(phases, sum.phase, &PhaseChange::phase);
        const Stamp by = found == phases.end() ? Stamp{} : found->change.by().value_or(Stamp{});
        if ((isLonger ? by : -by) > size) {
            size = sizeOf(found->change);
            most = host;
        }
    }
    return most;
}

/// Of the sums that stand beside it, so that no sum contradicts it.
std::optional<LargestChange> largestOf(const std::vector<PhaseChange> &phases,
                                       const std::map<QString, Pairs> &byHost)
{
    const std::optional<PhaseChange> most = maxChanged(phases);
    if (!most)
        return std::nullopt;
    const auto queued = std::ranges::find(phases, Phase::Queued, &PhaseChange::phase);
    return LargestChange{*most, hostOf(*most, byHost),
                         queued != phases.end() && sizeOf(queued->change) > sizeOf(most->change)};
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

std::map<QString, Pairs> hostsOf(const Pairs &pairs)
{
    std::map<QString, Pairs> hosts;
    for (const Pair &pair : pairs)
        hosts[plan::Origin(pair.after->url).text].push_back(pair);
    return hosts;
}

std::vector<HostChange> hostChanges(const std::map<QString, Pairs> &byHost)
{
    std::vector<HostChange> changes;
    for (const auto &[host, ofHost] : byHost)
        changes.push_back({host, static_cast<int>(ofHost.size()), ownTimes(ofHost),
                           maxChanged(phaseChanges(ofHost))});
    sortLargestFirst(changes, &HostChange::own);
    return changes;
}

bool isOfBoth(const Pair &pair)
{
    return record::hasFile(pair.before->state) && record::hasFile(pair.after->state);
}

/// Of what has no file there is no time to compare.
std::optional<Stamp> ownOf(const TaskRecord &task)
{
    return record::hasFile(task.state) ? timesOf(task).own : std::nullopt;
}

TaskChange changeOf(const Pair &pair)
{
    TaskChange change;
    change.url = pair.after->url;
    change.name = pair.after->name;
    change.own = {ownOf(*pair.before), ownOf(*pair.after), isAlike(pair)};
    change.before = pair.before->state;
    change.after = pair.after->state;
    const std::optional<PhaseChange> most =
        isAlike(pair) ? maxChanged(phaseChanges({pair})) : std::nullopt;
    if (most)
        change.phase = most->phase;
    return change;
}

std::vector<TaskChange> taskChanges(const Pairs &pairs)
{
    std::vector<TaskChange> changes;
    for (const Pair &pair : pairs) {
        TaskChange change = changeOf(pair);
        if (isOfBoth(pair) || change.isOfOneRun())
            changes.push_back(std::move(change));
    }
    sortLargestFirst(changes, &TaskChange::own);
    std::ranges::stable_partition(changes, &TaskChange::isOfOneRun);
    return changes;
}

/// Of these files alone, from the stamps of their run.
Stamp elapsedOf(const Run &run, const QSet<const TaskRecord *> &files)
{
    if (files.size() == static_cast<qsizetype>(run.tasks.size()))
        return run.facts.elapsed;
    Run others = run;
    for (std::size_t place = 0; place < run.tasks.size(); ++place) {
        if (!files.contains(&*run.tasks[place]))
            others.tasks[place].edit().state = record::TaskState::Failed; // what is left out
    }
    return elapsedOfFiles(others);
}

Change elapsedOf(const Run &before, const Run &after, const Pairs &files)
{
    QSet<const TaskRecord *> earlier, later;
    for (const Pair &pair : files) {
        earlier.insert(pair.before);
        later.insert(pair.after);
    }
    return {elapsedOf(before, earlier), elapsedOf(after, later)};
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
    return before && after && isOfOneThing ? std::optional(*after - *before) : std::nullopt;
}

std::optional<double> Change::times() const
{
    if (!by() || *before <= Stamp{})
        return std::nullopt;
    return static_cast<double>(after->count()) / static_cast<double>(before->count());
}

bool TaskChange::isOfOneRun() const
{
    using record::TaskState;
    return (before == TaskState::Failed && record::hasFile(after))
        || (after == TaskState::Failed && record::hasFile(before));
}

Difference differenceOf(const Run &before, const Run &after)
{
    const Pairs pairs = pairsOf(before, after);
    Pairs both, files;
    std::ranges::copy_if(pairs, std::back_inserter(both), isOfBoth);
    std::ranges::copy_if(both, std::back_inserter(files), isAlike);
    const std::map<QString, Pairs> hosts = hostsOf(files);
    Difference difference;
    if (!both.empty())
        difference.obstacle = obstacleBetween(before, after, both);
    difference.links = static_cast<int>(pairs.size());
    difference.files = static_cast<int>(files.size());
    if (!files.empty())
        difference.elapsed = elapsedOf(before, after, files);
    difference.whole = {before.facts.elapsed, after.facts.elapsed};
    difference.whole.isOfOneThing = difference.elapsed.isOfOneThing = !difference.obstacle;
    difference.isSmall = isSmall(difference.elapsed);
    difference.phases = phaseChanges(files);
    difference.hosts = hostChanges(hosts);
    difference.tasks = taskChanges(pairs);
    difference.largest = largestOf(difference.phases, hosts);
    difference.onlyBefore = static_cast<int>(before.tasks.size() - pairs.size());
    difference.onlyAfter = static_cast<int>(after.tasks.size() - pairs.size());
    difference.notes = notesOn(before, after, both);
    return difference;
}

} // namespace lapwing::measure
