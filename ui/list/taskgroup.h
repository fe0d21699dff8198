// SPDX-License-Identifier: MIT
#pragma once

#include "record/ledger.h"

#include <QString>

#include <array>

namespace lapwing::ui {

/// What the buttons above the list sort the states into: each state is in one of them, and in All.
enum class TaskGroup { All, Running, Queued, Done, Failed, Paused, Cancelled };
inline constexpr std::array taskGroups{TaskGroup::All,      TaskGroup::Running, TaskGroup::Queued,
                                       TaskGroup::Done,     TaskGroup::Failed,  TaskGroup::Paused,
                                       TaskGroup::Cancelled};

[[nodiscard]] TaskGroup groupOf(record::TaskState state);
[[nodiscard]] int countIn(TaskGroup group, const record::Totals &totals);
[[nodiscard]] QString titleOf(TaskGroup group);

} // namespace lapwing::ui
