// SPDX-License-Identifier: MIT
#include "text/stateword.h"

#include "text/labels.h"

namespace lapwing::text {

using record::TaskState;

QString stateWord(const record::TaskRecord &task, TaskState state)
{
    return state == TaskState::Done && task.alreadyThere ? label(Label::StateOnDisk)
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

} // namespace lapwing::text
