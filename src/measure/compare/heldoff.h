// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <vector>

namespace lapwing::measure {

/// The holds of a run, or what of them held off a task that is not left out (measure/compare/completeness.h): for
/// what brought no file, no time of the others passed.
[[nodiscard]] std::vector<record::Hold> holdsOfFiles(const record::Run &run);

} // namespace lapwing::measure
