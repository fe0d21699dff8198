// SPDX-License-Identifier: MIT
#pragma once

#include "list/taskgroup.h"
#include "record/ledger.h"

#include <optional>

namespace lapwing::ui {

/// How much of the bytes of a list is here, from 0 to 1, without what failed or was cancelled. Absent where the size of
/// one that has not ended is not known, and of very long lists.
[[nodiscard]] std::optional<double> progressOf(const record::Ledger &ledger);
/// The bytes that a run has still to receive, but for what waits until the user resumes it. Absent where the size of one
/// of them is not known, and of very long runs.
[[nodiscard]] std::optional<qint64> bytesLeft(const record::Run &run);
/// The part of so many files that ended, other than by a cancel: what is left to say where that is absent.
[[nodiscard]] double shareEnded(const record::Totals &totals, int files);

/// Nothing continues until the user resumes it, nor starts by itself.
[[nodiscard]] bool isAllPaused(const RowCounts &counts);

} // namespace lapwing::ui
