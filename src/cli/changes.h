// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"
#include "measure/difference.h"
#include "plan/disclosure.h"

namespace lapwing::cli {

/// What got slower and faster from one run to another: in all, by phase, by host, and the tasks that
/// changed most.
void sayDifference(Outlet &out, const measure::Difference &difference, plan::Disclosure disclosure);

} // namespace lapwing::cli
