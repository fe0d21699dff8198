// SPDX-License-Identifier: MIT
#include "measure/sweep/kneedle.h"

#include <algorithm>
#include <cmath>

namespace lapwing::measure {
namespace {

/// By how much each point is above the straight line, with both axes scaled; empty: nothing to scale.
std::vector<double> heights(const std::vector<CurvePoint> &curve)
{
    const auto [min, max] = std::ranges::minmax(curve, {}, &CurvePoint::y);
    const double from = curve.front().x;
    const double width = curve.back().x - from;
    std::vector<double> heights;
    if (width <= 0 || max.y <= min.y)
        return heights;
    for (const CurvePoint &point : curve)
        heights.push_back((point.y - min.y) / (max.y - min.y) - (point.x - from) / width);
    return heights;
}

bool isPeak(const std::vector<double> &heights, std::size_t place)
{
    if (place == 0 || place + 1 == heights.size())
        return false;
    return heights[place] > heights[place - 1] && heights[place] >= heights[place + 1];
}

} // namespace

std::optional<double> kneeOf(const std::vector<CurvePoint> &curve, double sensitivity)
{
    if (curve.size() < 3)
        return std::nullopt;
    const std::vector<double> above = heights(curve);
    const double fall =
        sensitivity / static_cast<double>(curve.size() - 1); // the mean step is that
    std::optional<std::size_t> peak;
    for (std::size_t place = 0; place < above.size(); ++place) {
        if (isPeak(above, place))
            peak = place;
        else if (peak && above[place] < above[*peak] - fall)
            return curve[*peak].x;
    }
    return std::nullopt;
}

} // namespace lapwing::measure
