// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"
#include "measure/sweep/sweep.h"

#include <QJsonObject>

namespace lapwing::report::json {

// What the runs of a document mean, taken together.

[[nodiscard]] QJsonObject baselineOf(const measure::Baseline &baseline);
[[nodiscard]] QJsonObject speedupOf(const measure::Speedup &speedup);
/// What was told before it was measured, and how far from that it was.
[[nodiscard]] QJsonObject estimateOf(const measure::Comparison &estimate,
                                     const std::optional<measure::Comparison> &comparison);
[[nodiscard]] QJsonObject sweepOf(const measure::Sweep &sweep);

} // namespace lapwing::report::json
