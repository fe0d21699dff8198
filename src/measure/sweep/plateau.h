// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"

namespace lapwing::measure {

// Of the points that may be recommended; `runs` are those of the sweep.

/// Absent: throughput grew to the end. `critical`: the file that the best came up against, where there is one.
[[nodiscard]] std::optional<Plateau> plateauOf(const std::vector<SweepPoint> &points,
                                               const std::vector<record::Run> &runs,
                                               const std::optional<CriticalTask> &critical);

/// Absent: the highest number at once was put to use.
[[nodiscard]] std::optional<OwnLimit> ownLimitOf(const std::vector<SweepPoint> &points,
                                                 const std::vector<record::Run> &runs);

} // namespace lapwing::measure
