// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// Why nothing was fetched: all tasks ended with it before they began. Absent: at least one began.
[[nodiscard]] std::optional<record::Failure> failureBefore(const record::Run &run);
/// Those of `ids` that failed are no more of the run: its figures become those of what is left.
void forgetFailed(record::Run &run, const std::vector<int> &ids);
/// The time counts: at least one task was started, and neither ended nor is paused.
[[nodiscard]] bool hasActive(const record::Run &run);
/// By its id; null when it is not in this run.
[[nodiscard]] const record::TaskRecord *taskIn(const record::Run &run, int id);
/// Brings `run` up to date.
void merge(record::Run &run, const record::Batch &batch);

} // namespace lapwing::ui
