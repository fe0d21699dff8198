// SPDX-License-Identifier: MIT
#pragma once

#include "measure/phases.h"

#include <array>
#include <optional>

namespace lapwing::report {

/// Of each phase over the tasks of a run, in seconds: so many nanoseconds may not fit into a stamp. Absent: no
/// task had a figure.
[[nodiscard]] std::array<std::optional<double>, measure::phaseCount> phaseSums(
    const record::Run &run);

} // namespace lapwing::report
