// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "summary/summary.h"

namespace lapwing::ui {

/// Sets `reason` and `offer`: without a figure why there is none, what to do to get one, and what does it; with
/// one, which files it is not about. Nothing is offered while something runs.
void advise(Summary &summary, const Situation &situation,
            const std::optional<measure::Comparison> &comparison);

} // namespace lapwing::ui
