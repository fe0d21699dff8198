// SPDX-License-Identifier: MIT
#include "list/taskaction.h"

namespace lapwing::ui {

using record::TaskState;

bool allowsWhileRunning(TaskAction act, TaskState state)
{
    switch (act) {
    case TaskAction::Pause:
        return state == TaskState::Queued || state == TaskState::Retrying
            || state == TaskState::Waiting || state == TaskState::Downloading;
    case TaskAction::Resume:
        return state == TaskState::Paused;
    case TaskAction::Cancel:
        return !record::isEnd(state) && state != TaskState::Committing;
    case TaskAction::Retry: // of one that waits for its time: now
        return state == TaskState::Retrying || state == TaskState::Failed
            || state == TaskState::Cancelled;
    }
    return false;
}

bool allowsAtRest(TaskAction act, TaskState state)
{
    if (state == TaskState::Paused) // by a stop or an earlier session, or a cancel was undone
        return act == TaskAction::Resume || act == TaskAction::Cancel;
    return act == TaskAction::Retry
        && (state == TaskState::Failed || state == TaskState::Cancelled);
}

} // namespace lapwing::ui
