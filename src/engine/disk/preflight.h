// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/failure.h"

#include <optional>

namespace lapwing::engine {

/// What can be known before anything is fetched: why nothing can be written to this folder, or none can be
/// made there. Absent: nothing is known against it. Makes nothing; waits for the disk.
[[nodiscard]] std::optional<record::Failure> wrongWith(const plan::Destination &destination);

} // namespace lapwing::engine
