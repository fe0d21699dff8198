// SPDX-License-Identifier: MIT
#pragma once

#include "measure/estimate.h"

namespace lapwing::measure {

/// What together is held against.
struct Baseline {
    enum class Kind { Measured, Range };
    Kind kind = Kind::Range;
    std::optional<record::Stamp> measured; ///< Kind::Measured; absent when that run is not whole
    std::optional<Range> range;            ///< Kind::Range
};

/// How many times faster together was; below 1 it was slower, and that is shown as plainly.
struct Speedup {
    Baseline::Kind kind = Baseline::Kind::Range;
    std::optional<double> value;     ///< Kind::Measured
    std::optional<double> low, high; ///< Kind::Range
    bool comparable = false;         ///< false: no figure at all, and `why` says the reason
    QString why;                     ///< translated; also what has to be known with a figure
};

struct Comparison {
    Baseline baseline;
    Speedup speedup;
};

/// From one run alone: a range. Absent while no task fetched a file. Comparable only when every task
/// fetched all of one: elapsed holds the time of them all, the range that of what was fetched.
[[nodiscard]] std::optional<Comparison> compareWithEstimate(const record::Run &together);

/// With the same list really run one at a time. Not comparable when a task failed or was cancelled
/// in either, when something was there from an earlier run, when the sets of finished tasks differ, or
/// when a task's bytes do.
[[nodiscard]] Comparison compare(const record::Run &together, const record::Run &oneAtATime);

} // namespace lapwing::measure
