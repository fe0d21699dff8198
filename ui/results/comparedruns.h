// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "store/history.h"

#include <optional>

namespace lapwing::ui {

/// One of two runs that are compared.
struct ComparedRun {
    store::RunSummary summary; ///< as its row of the history has it
    record::RunFacts facts;
    bool isRecommended = false; ///< it ran with the number that its sweep recommends
};

/// Two runs, and what changed from the first to the second.
struct ComparedRuns {
    ComparedRun before, after;
    measure::Difference difference;
};

/// Of the runs that stand for their documents; to work it out takes a while where there are many downloads. On any
/// thread. Absent: one of the two has no run.
[[nodiscard]] std::optional<ComparedRuns> comparedRuns(const report::Document &before,
                                                       const report::Document &after);

} // namespace lapwing::ui
