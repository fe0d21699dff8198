// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "summary/summary.h"

namespace lapwing::ui {

/// How the figures of the card are made, in a few sentences, each on a line of its own.
[[nodiscard]] QString explanationOf(const Situation &situation,
                                    const std::optional<measure::Comparison> &comparison);

} // namespace lapwing::ui
