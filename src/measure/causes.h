// SPDX-License-Identifier: MIT
#pragma once

#include "measure/evidence.h"
#include "measure/verdict.h"

namespace lapwing::measure {

/// Every second of the run's elapsed time with what it was spent waiting for (measure/criticalpath.h), the
/// largest first; none of 0. What the path does not tell is Unknown. `evidence` says whether bodies shared a
/// line. After a server was asked for fewer at once (k of n), of what was waited for there only k / n
/// would have been without.
[[nodiscard]] std::vector<Cause> causesOf(const record::Run &run, const Evidence &evidence);

} // namespace lapwing::measure
