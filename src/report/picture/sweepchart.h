// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"
#include "report/picture/canvas.h"

namespace lapwing::report {

/// Throughput by number at once, with the spread of each; the recommended number and the knee marked, and
/// the figures of every level under its place. Returns where it ends.
[[nodiscard]] double drawSweep(Canvas &canvas, const measure::Sweep &sweep, double top);

} // namespace lapwing::report
