// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

/// What the files of a run take alone at least, added up over the servers of which the run shows that their files hardly slowed
/// each other: a verdict says of it that more at once helps. Then each wait and each body is taken to gain no more by being
/// alone than the exponents from which on that is said (measure/verdict/trend.h): n^0.25 and n^0.35, of n that were under way
/// meanwhile.
struct SteadyTimes {
    record::Stamp waits{};  ///< 0: the run shows nothing of the kind
    record::Stamp bodies{}; ///< 0: the run shows nothing of the kind
};

/// Of the files that were fetched. Costs n log n.
[[nodiscard]] SteadyTimes steadyTimesOf(const std::vector<record::SharedRecord> &tasks);

} // namespace lapwing::measure
