// SPDX-License-Identifier: MIT
#include "text/stateword.h"

#include "text/labels.h"

#include <QCoreApplication>

namespace lapwing::text {

using record::TaskState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::StateWord)
};

} // namespace

QString stateWord(const record::TaskRecord &task, TaskState state)
{
    return state == TaskState::Done && record::isFoundOnDisk(task) ? label(Label::StateOnDisk)
                                                                   : stateWord(state);
}

QString stateWord(TaskState state)
{
    switch (state) {
    case TaskState::Done:
        return label(Label::StateDone);
    case TaskState::Unverified:
        return label(Label::StateUnverified);
    case TaskState::Failed:
        return label(Label::StateFailed);
    case TaskState::Cancelled:
        return label(Label::StateCancelled);
    default:
        return label(Label::StateNotFinished);
    }
}

QString lineWord(TaskState state)
{
    switch (state) {
    case TaskState::Queued:
        return Words::tr("queued");
    case TaskState::Retrying:
        return Words::tr("retrying");
    case TaskState::Paused:
        return Words::tr("paused");
    case TaskState::Waiting:
        return Words::tr("waiting");
    case TaskState::Downloading:
        return Words::tr("downloading");
    case TaskState::Committing:
        return Words::tr("committing");
    case TaskState::Done:
    case TaskState::Unverified:
    case TaskState::Failed:
    case TaskState::Cancelled:
        return stateWord(state);
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::text
