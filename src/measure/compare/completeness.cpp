// SPDX-License-Identifier: MIT
#include "measure/compare/completeness.h"

#include "measure/elapsed.h"
#include "record/saturated.h"

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

/// What was there from an earlier run took no time in this one.
QString headStartIn(const Run &run)
{
    const auto had = static_cast<int>(std::ranges::count_if(
        run.tasks, [](const TaskRecord &task) { return task.alreadyThere || task.kept > 0; }));
    if (had == 0)
        return {};
    const QString reason = run.facts.mode == plan::Mode::Together
        ? Words::tr("%n of %1 files were fully or partly on disk before the run together.", nullptr,
                    had)
        : Words::tr("%n of %1 files were fully or partly on disk before the run one at a time.",
                    nullptr, had);
    return reason.arg(run.tasks.size());
}

bool isTogether(const Run &run)
{
    return run.facts.mode == plan::Mode::Together;
}

QString failedWords(const Run &run, int failed)
{
    return (isTogether(run)
                ? Words::tr("%n of %1 downloads failed in the run together.", nullptr, failed)
                : Words::tr("%n of %1 downloads failed in the run one at a time.", nullptr, failed))
        .arg(run.tasks.size());
}

QString unfinishedWords(const Run &run, int missing)
{
    return (isTogether(run)
                ? Words::tr("%n of %1 downloads did not finish in the run together.", nullptr,
                            missing)
                : Words::tr("%n of %1 downloads did not finish in the run one at a time.", nullptr,
                            missing))
        .arg(run.tasks.size());
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

Stamp elapsedOfFiles(const Run &run)
{
    if (leftOutOf(run) == 0 || filesIn(run) == 0)
        return run.facts.elapsed;
    std::vector<TaskRecord> active; // what its time is made of, without what was asked and came
    for (const TaskRecord &task : run.tasks) {
        if (isLeftOut(task, run.facts))
            continue;
        TaskRecord &times = active.emplace_back();
        times.start = task.start;
        times.end = task.end;
        times.pauses = task.pauses;
    }
    return elapsed(active, run.facts.elapsed, run.facts.holds);
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

QString whyIncomplete(const Run &run)
{
    const int leftOut = leftOutOf(run);
    const int files = filesIn(run);
    if (const int missing = static_cast<int>(run.tasks.size()) - files - leftOut; missing > 0)
        return unfinishedWords(run, missing);
    if (files == 0 && leftOut > 0)
        return failedWords(run, leftOut);
    if (const QString headStart = headStartIn(run); !headStart.isEmpty())
        return headStart;
    return elapsedOfFiles(run) > Stamp{} ? QString()
                                         : Words::tr("The run was too short to be measured.");
}

QString gapBeside(const Run &run, const Run &other)
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
        return failedWords(run, failed);
    return unfinished > 0 ? unfinishedWords(run, unfinished) : QString();
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

} // namespace lapwing::measure
