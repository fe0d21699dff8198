// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "summary/summary.h"

#include <optional>

namespace lapwing::ui {

/// What it costs to measure `together` one at a time, said before it begins.
[[nodiscard]] QString costOfMeasuring(const record::Run &together, std::optional<qint64> freeSpace);

/// The same in a few words, for a button: "up to 12.0 s, 3.1 MB". Empty unless the last run has ended and its
/// time one at a time is known or estimated.
[[nodiscard]] QString measureCostOf(const Situation &situation,
                                    const std::optional<measure::Comparison> &comparison);

/// Of looking for the best number at once, as the dialog offers it first: "36 runs, 113.2 MB", or the runs alone
/// where some of the list's sizes are not known. Empty while something runs.
[[nodiscard]] QString trialCostOf(const Situation &situation);

} // namespace lapwing::ui
