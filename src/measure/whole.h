// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

/// Why the run's elapsed time is not that of the whole list, translated; empty: it is. Every task has to
/// have fetched all of its file in this run.
[[nodiscard]] QString gapIn(const record::Run &run);

/// How many tasks brought another number of bytes in `other`. Absent: it is not the same list.
[[nodiscard]] std::optional<int> otherSizes(const record::Run &one, const record::Run &other);

} // namespace lapwing::measure
