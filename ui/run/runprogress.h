// SPDX-License-Identifier: MIT
#pragma once

#include "record/ledger.h"

namespace lapwing::ui {

/// How much of a list is here, from 0 to 1. Every file counts the same, since the size of one that has not begun is not
/// known. Of an empty list it is 0.
[[nodiscard]] double progressOf(const record::Ledger &ledger);

/// Nothing continues until the user resumes it.
[[nodiscard]] bool isAllPaused(const record::Totals &totals);

} // namespace lapwing::ui
