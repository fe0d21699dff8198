// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "plan/lists/links.h"
#include "record/taskrecord.h"
#include "report/document.h"

#include <QString>

#include <optional>
#include <vector>

namespace lapwing::store {

/// The last run of the list, which the window shows, and its measured baseline. Their tasks are by id; what they mean is made anew from them (report::makeDocument).
struct OpenRun {
    report::PlanFacts plan;
    record::Run together;
    std::optional<record::Run> oneAtATime; ///< absent: not measured
    bool isKept = false;                   ///< it has, or had, a place in the history
};

/// What the window had.
struct State {
    std::vector<plan::Entry> entries; ///< by id; `userInfo` is never kept
    /// One for each entry. What was under way when it was written (Waiting, Downloading, Committing, Retrying) is
    /// Paused. Of Failure and TaskRecord everything comes back but TaskRecord::retryAt of what waited for a retry:
    /// the clock of its run is gone.
    std::vector<record::SharedRecord> records;
    QString folder; ///< where its files go; empty: none was chosen
    std::optional<OpenRun> run;
    std::vector<plan::Reject> rejects; ///< in the order in which they came
    int lastStopped = 0;               ///< id; see SetLastStopped
    int lastRemoved = 0;               ///< no entry that left the list had a later id
};

} // namespace lapwing::store
