// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace lapwing::measure {

/// The middle of the values, or the mean of the two in the middle. At least one value.
[[nodiscard]] double median(std::vector<double> values);

/// The value that `share` (0 to 1) of all do not exceed: linear between the two nearest ranks. At least one value.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// Median of the distances from the median. At least one value.
[[nodiscard]] double medianDeviation(const std::vector<double> &values);

/// Where the true median lies with the probability `level`, whatever the values' distribution is.
struct Interval {
    double low = 0;
    double high = 0;
    double level = 0; ///< exact: 1 - 2 * sum over i < j of C(k, i) / 2^k for [r_(j), r_(k+1-j)]
};

/// The narrowest interval between order statistics that covers the median with at least `wanted`.
/// Absent: there are too few values for it; 6 are the least for 95 % (min to max covers 96.9 %).
[[nodiscard]] std::optional<Interval> medianInterval(std::vector<double> values,
                                                     double wanted = 0.95);

/// The places of those that lie further from the median than 14.826 median deviations: they are told, and
/// never left out (hyperfine's threshold, 10 standard deviations of a normal distribution).
[[nodiscard]] std::vector<std::size_t> outliers(const std::vector<double> &values);

} // namespace lapwing::measure
