// SPDX-License-Identifier: MIT
#pragma once

#include "list/row.h"
#include "record/ledger.h"

#include <QString>

#include <array>

namespace lapwing::ui {

/// What the buttons above the list sort the rows into: each row is in one of them, and in All.
enum class TaskGroup {
    All,
    Running, ///< a lane holds it
    Queued,  ///< it starts by itself
    Done,
    Failed,
    Paused,
    Cancelled,
    NotStarted, ///< nothing starts it by itself
    Saving,     ///< all of it is here, and no lane holds it any more
};
/// As their buttons stand.
inline constexpr std::array taskGroups{
    TaskGroup::All,    TaskGroup::Running,   TaskGroup::NotStarted,
    TaskGroup::Queued, TaskGroup::Done,      TaskGroup::Failed,
    TaskGroup::Paused, TaskGroup::Cancelled, TaskGroup::Saving};

/// The rows of a list, by what they are doing.
struct RowCounts {
    record::Totals totals;
    int notStarted = 0; ///< of those that the totals have as queued
    friend bool operator==(const RowCounts &left, const RowCounts &right)
    {
        return left.totals.count == right.totals.count
            && left.totals.skipped == right.totals.skipped && left.notStarted == right.notStarted;
    }
};

[[nodiscard]] TaskGroup groupOf(const Row &row);
[[nodiscard]] int countIn(TaskGroup group, const RowCounts &counts);
[[nodiscard]] QString titleOf(TaskGroup group);

} // namespace lapwing::ui
