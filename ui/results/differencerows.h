// SPDX-License-Identifier: MIT
#pragma once

#include "results/comparedruns.h"
#include "trial/trialcolumns.h"

/// The tables of two runs that are compared, row by row.
namespace lapwing::ui {

/// Which runs they are, as the history tells them, and the times of both.
[[nodiscard]] TrialRows runRows(const ComparedRuns &runs);
/// Those that occurred, in their order, summed over the files that both downloaded.
[[nodiscard]] TrialRows changedPhaseRows(const measure::Difference &difference);
[[nodiscard]] TrialRows changedHostRows(const measure::Difference &difference);

/// So many files have rows: those that changed most.
inline constexpr std::size_t maxChangedFiles = 1000;
[[nodiscard]] TrialRows changedFileRows(const measure::Difference &difference);

} // namespace lapwing::ui
