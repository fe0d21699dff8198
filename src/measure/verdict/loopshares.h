// SPDX-License-Identifier: MIT
#pragma once

#include "record/loop.h"

namespace lapwing::measure {

/// What a loop did, as shares of the time that it was watched.
struct LoopShares {
    double busy = 0;       ///< in event handlers; if not measured, blocked
    double still = 0;      ///< did not come round
    double cpu = 0;        ///< its thread worked
    double processCpu = 0; ///< all threads worked: 1 is one core
    double starved = 0;    ///< its thread waited for a processor that others had
};

/// Absent: it was not watched.
[[nodiscard]] std::optional<LoopShares> loopSharesOf(const std::optional<record::Loop> &loop);

} // namespace lapwing::measure
