// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// What the user can do to one download, to some, or to all.
enum class TaskAction { Pause, Resume, Cancel, Retry };

/// Whether it would change something about a task in this state of the run that goes on.
[[nodiscard]] bool allowsWhileRunning(TaskAction act, record::TaskState state);
/// The same while nothing runs.
[[nodiscard]] bool allowsAtRest(TaskAction act, record::TaskState state);

} // namespace lapwing::ui
