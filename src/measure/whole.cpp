// SPDX-License-Identifier: MIT
#include "measure/whole.h"

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
        ? Words::tr(
            "%n of %1 downloads were there, or a part of them, before they were run together.",
            nullptr, had)
        : Words::tr(
            "%n of %1 downloads were there, or a part of them, before they were run one at a "
            "time.",
            nullptr, had);
    return reason.arg(run.tasks.size());
}

} // namespace

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

std::optional<int> otherSizes(const Run &one, const Run &other)
{
    if (one.tasks.size() != other.tasks.size())
        return std::nullopt;
    std::map<int, qint64> bytesById;
    for (const TaskRecord &task : one.tasks)
        bytesById[task.id] = task.bytes;
    int changed = 0;
    for (const TaskRecord &task : other.tasks) {
        const auto found = bytesById.find(task.id);
        if (found == bytesById.end())
            return std::nullopt;
        changed += found->second == task.bytes ? 0 : 1;
    }
    return changed;
}

} // namespace lapwing::measure
