// SPDX-License-Identifier: MIT
#include "list/taskgroup.h"

#include <QCoreApplication>

#include <numeric>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::TaskGroup)
};

} // namespace

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
    case record::TaskState::Committing:
        return TaskGroup::Running;
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

int countIn(TaskGroup group, const record::Totals &totals)
{
    if (group == TaskGroup::All)
        return std::accumulate(totals.count.begin(), totals.count.end(), 0);
    int count = 0;
    for (std::size_t i = 0; i < totals.count.size(); ++i) {
        if (groupOf(static_cast<record::TaskState>(i)) == group)
            count += totals.count[i];
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
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::ui
