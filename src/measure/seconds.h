// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <optional>

namespace lapwing::measure {

/// From one stamp to a later one. Absent unless both were observed, in this order.
[[nodiscard]] std::optional<record::Stamp> between(std::optional<record::Stamp> from,
                                                   std::optional<record::Stamp> to);

/// A figure in seconds, exact to the nanosecond.
[[nodiscard]] double seconds(record::Stamp time);

/// The nearest stamp; the longest there is for what is longer.
[[nodiscard]] record::Stamp stampOf(double seconds);

/// Bytes a second on average; absent while nothing came or no time has passed.
[[nodiscard]] std::optional<double> meanRate(qint64 bytes, record::Stamp time);

} // namespace lapwing::measure
