// SPDX-License-Identifier: MIT
#pragma once

#include "list/taskgroup.h"

namespace lapwing::ui {

/// "3 done (1 unverified), 0 failed, 1 running, 6 queued", and what else there is any of: the groups of the buttons
/// over the list, with their numbers.
[[nodiscard]] QString countsOf(const RowCounts &counts);

} // namespace lapwing::ui
