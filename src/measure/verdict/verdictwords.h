// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/evidence.h"
#include "measure/verdict/sooner.h"
#include "measure/verdict/verdict.h"

namespace lapwing::measure {

/// The wait grows with the number in flight: a server that answers one after another, or only so many.
[[nodiscard]] bool waitGrows(const Evidence &evidence);

/// What the time went to, the second too where it had more than a quarter of it, and the figures that the
/// first stands on: a few sentences, translated. Without causes, why there are none.
[[nodiscard]] QString textOf(const std::vector<Cause> &causes, const Evidence &evidence,
                             const record::RunFacts &facts, const std::optional<Sooner> &sooner);

} // namespace lapwing::measure
