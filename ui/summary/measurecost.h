// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "run/sharedrun.h"
#include "summary/summary.h"

#include <optional>

namespace lapwing::ui {

/// What it costs to measure `together` one at a time, said before it begins.
[[nodiscard]] QString costOfMeasuring(const SharedRun &together, std::optional<qint64> freeSpace);

/// The same in a few words, for a button: "up to 12.0 s, 3.1 MB". Empty unless the last run has ended and its
/// time one at a time is known or estimated.
[[nodiscard]] QString measureCostOf(const Situation &situation,
                                    const std::optional<measure::Comparison> &comparison);

/// Of the whole list, fetched once; absent: the last run did not fetch all of it, or something runs.
[[nodiscard]] std::optional<qint64> bytesOfList(const Situation &situation);

/// What so many runs of a list cost, for a button: "36 runs, 113.2 MB", or the runs alone where its bytes are not
/// known.
[[nodiscard]] QString costOfRuns(int runs, std::optional<qint64> bytes);

} // namespace lapwing::ui
