// SPDX-License-Identifier: MIT
#include "record/untried.h"

namespace lapwing::record {

bool isUntried(const TaskRecord &task)
{
    return task.state == TaskState::Failed && task.attempts.empty() && task.failure
        && (task.failure->cause == Cause::ConnectTimeout || task.retryAt);
}

} // namespace lapwing::record
