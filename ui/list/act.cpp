// SPDX-License-Identifier: MIT
#include "list/act.h"

namespace lapwing::ui {

using record::TaskState;

bool allowsWhileRunning(Act act, TaskState state)
{
    switch (act) {
    case Act::Pause:
        return state == TaskState::Queued || state == TaskState::Retrying
            || state == TaskState::Waiting || state == TaskState::Downloading;
    case Act::Resume:
        return state == TaskState::Paused;
    case Act::Cancel:
        return !record::isEnd(state) && state != TaskState::Committing;
    case Act::Retry: // of one that waits for its time: now
        return state == TaskState::Retrying || state == TaskState::Failed
            || state == TaskState::Cancelled;
    }
    return false;
}

bool allowsAtRest(Act act, TaskState state)
{
    return act == Act::Retry && (state == TaskState::Failed || state == TaskState::Cancelled);
}

} // namespace lapwing::ui
