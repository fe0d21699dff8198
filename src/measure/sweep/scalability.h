// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"

namespace lapwing::measure {

/// The Universal Scalability Law of these points, by number at once. Absent where it would mislead: with
/// fewer than six, where it explains less than 98 % of the variance, and where the throughput stands still over
/// a doubling of the number at once: that is a cap, of which the law knows nothing (timing.md: it put the
/// peak at 13 where a cap at 6 was).
[[nodiscard]] std::optional<ScalabilityLaw> lawOf(const std::vector<SweepPoint> &points);

} // namespace lapwing::measure
