// SPDX-License-Identifier: MIT
#pragma once

#include "measure/evidence.h"
#include "measure/verdict.h"

namespace lapwing::measure {

/// The wait grows with the number in flight: a server that answers one after another, or only so many.
[[nodiscard]] bool waitGrows(const Evidence &evidence);

/// One or two sentences with the figures that they stand on, translated.
[[nodiscard]] QString textOf(LimitedBy limit, const Evidence &evidence,
                             const std::optional<record::Loop> &loop);

} // namespace lapwing::measure
