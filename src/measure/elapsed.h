// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

/// The union of the intervals in which at least one task was active: started, and not ended.
/// A task that did not end counts up to `now`.
[[nodiscard]] record::Stamp elapsed(const std::vector<record::TaskRecord> &tasks,
                                    record::Stamp now);

} // namespace lapwing::measure
