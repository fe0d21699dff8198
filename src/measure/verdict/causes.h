// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/criticalpath.h"
#include "measure/verdict/evidence.h"
#include "measure/verdict/verdict.h"

namespace lapwing::measure {

/// What the bodies of a server were limited by: whether they shared the line tells, by `evidence`.
[[nodiscard]] LimitedBy limitOfBodies(const Evidence &evidence, const QString &server);

/// Every second of the run's elapsed time with what it was spent waiting for, along its critical path, the
/// largest first; none of 0. What the path does not tell is Unknown. `evidence` says whether bodies shared a
/// line. After a server was asked for fewer at once (k of n), of what was waited for there only k / n
/// would have been without.
[[nodiscard]] std::vector<LimitShare> causesOf(const record::Run &run, const Evidence &evidence,
                                               const std::vector<CriticalStretch> &path);

} // namespace lapwing::measure
