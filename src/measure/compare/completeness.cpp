// SPDX-License-Identifier: MIT
#include "measure/compare/completeness.h"

#include "measure/compare/heldoff.h"
#include "measure/elapsed.h"
#include "measure/seconds.h"
#include "record/saturated.h"

#include <algorithm>
#include <map>

namespace lapwing::measure {
namespace {

using record::Run;
using record::Stamp;
using record::TaskRecord;

Gap gapIn(const Run &run, Gap::Kind kind, int count)
{
    Gap gap;
    gap.kind = kind;
    gap.count = count;
    gap.all = static_cast<int>(run.tasks.size());
    gap.mode = run.facts.mode;
    return gap;
}

/// A part of what is left out is of no account.
int onDiskBefore(const Run &run)
{
    return static_cast<int>(std::ranges::count_if(run.tasks, [&run](const TaskRecord &task) {
        return isOnDiskBefore(task) && !isLeftOut(task, run.facts);
    }));
}

std::map<int, qint64> bytesById(const Run &run)
{
    std::map<int, qint64> bytes;
    for (const TaskRecord &task : run.tasks) {
        if (record::hasFile(task.state))
            bytes[task.id] = task.bytes;
    }
    return bytes;
}

} // namespace

bool isOnDiskBefore(const TaskRecord &task)
{
    return record::isFoundOnDisk(task) || task.kept > 0;
}

bool isLeftOut(const TaskRecord &task, const record::RunFacts &facts)
{
    return task.state == record::TaskState::Failed
        || (task.state == record::TaskState::Cancelled && !facts.stopped);
}

int leftOutOf(const Run &run)
{
    return static_cast<int>(std::ranges::count_if(
        run.tasks, [&run](const TaskRecord &task) { return isLeftOut(task, run.facts); }));
}

bool isUnfinished(const TaskRecord &task, const record::RunFacts &facts)
{
    return !record::hasFile(task.state) && !isLeftOut(task, facts);
}

int unfinishedOf(const Run &run)
{
    return static_cast<int>(std::ranges::count_if(
        run.tasks, [&run](const TaskRecord &task) { return isUnfinished(task, run.facts); }));
}

Stamp elapsedOfFiles(const Run &run)
{
    return filesIn(run) == 0 ? run.facts.elapsed
                             : elapsedOfFiles(run, run.facts.elapsed, run.facts.elapsed);
}

Stamp elapsedOfFiles(const Run &run, Stamp elapsed, Stamp now)
{
    if (leftOutOf(run) == 0)
        return elapsed;
    std::vector<record::SharedRecord>
        active; // what its time is made of, without what was asked and came
    std::ranges::copy_if(run.tasks, std::back_inserter(active),
                         [&run](const TaskRecord &task) { return !isLeftOut(task, run.facts); });
    return measure::elapsed(active, now, holdsOfFiles(run));
}

int filesIn(const Run &run)
{
    return static_cast<int>(std::ranges::count_if(run.tasks, record::hasFile, &TaskRecord::state));
}

qint64 bytesOfFiles(const Run &run)
{
    qint64 sum = 0;
    for (const TaskRecord &task : run.tasks) {
        if (record::hasFile(task.state))
            sum = record::saturatedSum(sum, task.bytes);
    }
    return sum;
}

qint64 bytesOfFilesSoFar(const Run &run)
{
    qint64 sum = 0;
    for (const TaskRecord &task : run.tasks) {
        if (!isLeftOut(task, run.facts))
            sum = record::saturatedSum(sum, task.bytes);
    }
    return sum;
}

std::optional<double> rateOfFiles(const Run &run)
{
    return meanRate(bytesOfFiles(run), elapsedOfFiles(run));
}

std::optional<Gap> whyIncomplete(const Run &run)
{
    if (const int missing = unfinishedOf(run); missing > 0)
        return gapIn(run, Gap::Kind::Unfinished, missing);
    const int leftOut = leftOutOf(run);
    if (filesIn(run) == 0 && leftOut > 0)
        return gapIn(run, Gap::Kind::Failed, leftOut);
    if (const int there = onDiskBefore(run); there > 0)
        return gapIn(run, Gap::Kind::OnDiskBefore, there);
    if (elapsedOfFiles(run) > Stamp{})
        return std::nullopt;
    return gapIn(run, Gap::Kind::TooShort, 0);
}

std::optional<Gap> gapBeside(const Run &run, const Run &other)
{
    const std::map<int, qint64> there = bytesById(other);
    int failed = 0;
    int unfinished = 0;
    for (const TaskRecord &task : run.tasks) {
        if (!isLeftOut(task, run.facts) || !there.contains(task.id))
            continue;
        ++(task.state == record::TaskState::Failed ? failed : unfinished);
    }
    if (failed > 0)
        return gapIn(run, Gap::Kind::Failed, failed);
    if (unfinished > 0)
        return gapIn(run, Gap::Kind::Unfinished, unfinished);
    return std::nullopt;
}

std::optional<int> countSizeMismatches(const Run &one, const Run &other)
{
    const std::map<int, qint64> before = bytesById(one);
    const std::map<int, qint64> after = bytesById(other);
    if (!std::ranges::equal(
            before, after, {}, [](const auto &pair) { return pair.first; },
            [](const auto &pair) { return pair.first; }))
        return std::nullopt;
    int changed = 0;
    for (const auto &[id, bytes] : before)
        changed += after.at(id) == bytes ? 0 : 1;
    return changed;
}

std::optional<Gap> gapInFiles(const Run &earlier, const Run &later)
{
    const std::optional<int> changed = countSizeMismatches(earlier, later);
    if (!changed)
        return gapIn(later, Gap::Kind::OtherList, 0);
    if (*changed > 0)
        return gapIn(later, Gap::Kind::OtherSizes, *changed);
    return std::nullopt;
}

} // namespace lapwing::measure
