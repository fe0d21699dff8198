// SPDX-License-Identifier: MIT
#include "list/taskgroup.h"

#include <QCoreApplication>

#include <numeric>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TaskGroup)
};

/// What waits is taken to start by itself.
TaskGroup groupOf(record::TaskState state)
{
    switch (state) {
    case record::TaskState::Queued:
    case record::TaskState::Retrying:
        return TaskGroup::Queued;
    case record::TaskState::Paused:
        return TaskGroup::Paused;
    case record::TaskState::Waiting:
    case record::TaskState::Downloading:
        return TaskGroup::Running;
    case record::TaskState::Committing:
        return TaskGroup::Saving;
    case record::TaskState::Done:
    case record::TaskState::Unverified:
        return TaskGroup::Done;
    case record::TaskState::Failed:
        return TaskGroup::Failed;
    case record::TaskState::Cancelled:
        return TaskGroup::Cancelled;
    }
    Q_UNREACHABLE();
}

} // namespace

TaskGroup groupOf(const Row &row)
{
    const bool isNotStarted = row.task.state == record::TaskState::Queued && !row.startsByItself;
    return isNotStarted ? TaskGroup::NotStarted : groupOf(row.task.state);
}

int countIn(TaskGroup group, const RowCounts &counts)
{
    const auto &byState = counts.totals.count;
    if (group == TaskGroup::All)
        return std::accumulate(byState.begin(), byState.end(), 0);
    if (group == TaskGroup::NotStarted)
        return counts.notStarted;
    int count = group == TaskGroup::Queued ? -counts.notStarted : 0;
    for (std::size_t i = 0; i < byState.size(); ++i) {
        if (groupOf(static_cast<record::TaskState>(i)) == group)
            count += byState[i];
    }
    return count;
}

QString titleOf(TaskGroup group)
{
    switch (group) {
    case TaskGroup::All:
        return Words::tr("All");
    case TaskGroup::Running:
        return Words::tr("Running");
    case TaskGroup::Queued:
        return Words::tr("Queued");
    case TaskGroup::Done:
        return Words::tr("Done");
    case TaskGroup::Failed:
        return Words::tr("Failed");
    case TaskGroup::Paused:
        return Words::tr("Paused");
    case TaskGroup::Cancelled:
        return Words::tr("Cancelled");
    case TaskGroup::NotStarted:
        return Words::tr("Not started");
    case TaskGroup::Saving:
        return Words::tr("Saving");
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::ui
