// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"

namespace lapwing::measure {

/// Those that may be recommended, by number at once: they count, and are below the lowest that was throttled.
[[nodiscard]] std::vector<SweepPoint> eligible(const std::vector<SweepPoint> &points);

/// Fills in what is recommended, by the rule of Sweep::recommended, and what that stands on.
void recommend(Sweep &sweep);

} // namespace lapwing::measure
