// SPDX-License-Identifier: MIT
#include "measure/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lapwing::measure {
namespace {

/// A normal distribution's standard deviation is 1.4826 median deviations.
constexpr double farAway = 10 * 1.4826;

} // namespace

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    const double rank = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(rank));
    const auto above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], rank - std::floor(rank));
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

double medianDeviation(const std::vector<double> &values)
{
    const double middle = median(values);
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double value : values)
        distances.push_back(std::abs(value - middle));
    return median(std::move(distances));
}

std::optional<Interval> medianInterval(std::vector<double> values, double wanted)
{
    std::ranges::sort(values);
    const auto count = static_cast<long double>(values.size());
    std::optional<Interval> narrowest;
    long double chance =
        std::exp2(-count); // C(k, i) / 2^k; a double of it is 0 from 1,075 values on
    long double below = 0; // that so few, or fewer, values are under the median
    for (std::size_t i = 0; 2 * i + 1 < values.size(); ++i) {
        below += chance;
        const auto level = static_cast<double>(1 - 2 * below);
        if (level < wanted)
            break;
        narrowest = Interval{values[i], values[values.size() - 1 - i], level};
        chance *= (count - static_cast<long double>(i)) / static_cast<long double>(i + 1);
    }
    return narrowest;
}

std::vector<std::size_t> outliers(const std::vector<double> &values)
{
    std::vector<std::size_t> far;
    if (values.empty())
        return far;
    const double middle = median(values);
    const double deviation =
        std::max(medianDeviation(values), std::numeric_limits<double>::epsilon());
    for (std::size_t place = 0; place < values.size(); ++place) {
        if (std::abs(values[place] - middle) > farAway * deviation)
            far.push_back(place);
    }
    return far;
}

} // namespace lapwing::measure
