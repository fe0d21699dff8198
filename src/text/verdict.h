// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/verdict.h"

#include <QString>

namespace lapwing::text {

/// What the time of the run with these facts went to, the second too where it had more than a quarter of it, and
/// the figures that the first stands on. Without causes, why there are none.
[[nodiscard]] QString sentences(const measure::Verdict &verdict, const record::RunFacts &facts);

[[nodiscard]] QString titleOf(measure::LimitedBy limit);
/// Empty: it was not watched.
[[nodiscard]] QString titleOf(measure::LoopKind kind);

} // namespace lapwing::text
