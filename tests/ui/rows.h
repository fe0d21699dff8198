// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"
#include "record/taskrecord.h"

/// What the window is fed with, made by hand.
namespace lapwing::test {

/// http://one.example/1.bin and so on.
[[nodiscard]] plan::Links someLinks(int count);
[[nodiscard]] std::vector<plan::Entry> someEntries(int count);

[[nodiscard]] record::TaskRecord queuedTask(int id);
/// Sent at 0, half of its 2 MiB here.
[[nodiscard]] record::TaskRecord downloadingTask(int id);
/// Sent at 0, all of its 1 MiB here after `seconds`.
[[nodiscard]] record::TaskRecord doneTask(int id, double seconds = 1);
[[nodiscard]] record::TaskRecord failedTask(int id);

[[nodiscard]] record::Run runOf(plan::Mode mode, double elapsed,
                                std::vector<record::SharedRecord> tasks);

} // namespace lapwing::test
