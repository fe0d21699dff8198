// SPDX-License-Identifier: MIT
#pragma once

#include "measure/stepfunction.h"

namespace lapwing::measure {

/// The union of the intervals in which at least one task was active (started, and neither ended nor
/// paused) or held off by its server. Waiting for a retry or for a throttled host counts: it is the price of
/// what was asked. A task that did not end, and a pause or a hold that is open, count up to `now`.
[[nodiscard]] record::Stamp elapsed(const std::vector<record::SharedRecord> &tasks,
                                    record::Stamp now, const std::vector<record::Hold> &holds = {});

/// What of `span` the task was not paused in. Parts without a length count nowhere.
void addWithoutPauses(const record::TaskRecord &task, Span span, std::vector<Span> &parts);

} // namespace lapwing::measure
