// SPDX-License-Identifier: MIT
#pragma once

#include "plan/listing.h"
#include "record/ledger.h"
#include "run/runsums.h"
#include "store/state.h"

namespace lapwing::ui {

/// What an earlier session had, as the window needs it: made ready on any thread, taken over by moving it.
struct Restored {
    plan::Listing listing;
    record::Ledger tasks;
    QString folder; ///< empty: none was chosen
    int lastStopped = 0;
    std::vector<plan::Reject> rejects;
    std::optional<store::OpenRun> run;
    RunSums sums;                     ///< of that run
    std::vector<plan::Entry> planned; ///< entries of that run
    bool isRunCutOff = false;         ///< the program ended before it, and the history lacks it
};

[[nodiscard]] Restored restoredFrom(store::State state);

} // namespace lapwing::ui
