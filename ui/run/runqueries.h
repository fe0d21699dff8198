// SPDX-License-Identifier: MIT
#pragma once

#include "run/sharedrun.h"

namespace lapwing::ui {

/// Why nothing was fetched: all tasks ended with it before they began. Absent: at least one began.
[[nodiscard]] std::optional<record::Failure> failureBefore(const record::Run &run);
/// What a run lost by forgetFailed().
struct Forgotten {
    std::vector<record::SharedRecord> tasks;
    record::Stamp elapsed{};         ///< the run's, before
    std::vector<record::Hold> holds; ///< the same
};
/// Those of `ids` that failed are no more of the run: its figures become those of what is left.
Forgotten forgetFailed(SharedRun &run, const std::vector<int> &ids);
/// They are of the run again, and its figures are what they were.
void remember(SharedRun &run, Forgotten forgotten);
/// These, which are not in the run yet, are in it from now on.
void join(record::Run &run, std::vector<record::SharedRecord> records);
[[nodiscard]] std::vector<int> idsOf(const std::vector<plan::Entry> &entries);
[[nodiscard]] std::vector<int> idsOf(const std::vector<record::SharedRecord> &tasks);
[[nodiscard]] std::vector<int> idsOf(const std::vector<const record::TaskRecord *> &tasks);
/// The time counts: at least one task was started, and neither ended nor is paused.
[[nodiscard]] bool hasActive(const record::Run &run);
/// By its id; null when it is not in this run.
[[nodiscard]] const record::TaskRecord *taskIn(const record::Run &run, int id);
/// The two tell the same of a task.
[[nodiscard]] bool isSame(const record::TaskRecord &one, const record::TaskRecord &other);
/// Those of which a part is there.
[[nodiscard]] std::vector<record::SharedRecord> withPart(
    const std::vector<record::SharedRecord> &records);
/// Brings `run` up to date.
void merge(record::Run &run, const record::Batch &batch);

} // namespace lapwing::ui
