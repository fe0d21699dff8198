// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "run/runqueries.h"
#include "run/sharedrun.h"

#include <vector>

namespace lapwing::ui {

/// What left the list together, as it was: enough to put it back.
struct Removal {
    /// What the last run lost by it: all of it, when nothing is left of the list.
    struct Results {
        int run = 0;         ///< which one: see DownloadController::m_run
        bool isDemo = false; ///< it was of the demo's list
        bool isRestored = false;
        QString proxyText;
        record::Shared<plan::Plan> plan;
        SharedRun together, oneAtATime;
        Forgotten fromTogether, fromOneAtATime;
        std::vector<plan::Entry> planned; ///< entries of the plan that are no longer in it
    };

    std::vector<plan::Entry> entries;
    std::vector<record::SharedRecord> records; ///< of the same
    QString folder;                            ///< where their partial files are
    Results results;
};

} // namespace lapwing::ui
