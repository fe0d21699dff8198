// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <vector>

namespace lapwing::measure {

/// The two runs of one round. When a round has several of a mode, its last counts.
struct Round {
    int number = 1;
    const record::Run *together = nullptr;
    const record::Run *oneAtATime = nullptr;
    bool togetherFirst = true; ///< as they stand in the list of runs
};

/// By number; a round without both is passed over. They point into `runs`.
[[nodiscard]] std::vector<Round> roundsOf(const std::vector<record::Run> &runs);

} // namespace lapwing::measure
