// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialtime.h"

namespace lapwing::ui {

/// What is known of what a trial costs, before it begins.
struct TrialCost {
    int runs = 0;
    std::optional<engine::Sizes> sizes; ///< of the list, once; absent: not known
    bool isAsking = false;              ///< the servers, for the sizes
    std::optional<SecondsRange> time;   ///< absent: not known
    bool canAsk = false;                ///< the servers may know more, and were not asked
    qint64 failedBytes = 0; ///< of what failed, in all runs that have it; not in `sizes`
};

/// "37.7 MB in 12 runs"; "12 runs; asking the servers for the sizes…"
[[nodiscard]] QString dataText(const TrialCost &cost);
/// "about 1 min 42 s"; "unknown until one run has ended"
[[nodiscard]] QString timeText(const TrialCost &cost);

} // namespace lapwing::ui
