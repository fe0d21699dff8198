// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

namespace lapwing::measure {

struct CurvePoint {
    double x = 0;
    double y = 0;
};

/// The x at which a curve that rises and flattens bends most: Kneedle (Satopaa, Albrecht, Irwin and Raghavan
/// 2011) without smoothing. Both axes are scaled to 0 to 1; a knee is where y - x has a peak from which it falls
/// by `sensitivity` mean steps of x before it peaks again. By x, all different. Absent: there is none, which is
/// an answer, or there are fewer than three points.
[[nodiscard]] std::optional<double> kneeOf(const std::vector<CurvePoint> &curve,
                                           double sensitivity = 1);

} // namespace lapwing::measure
