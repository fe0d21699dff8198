// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <vector>

namespace lapwing::plan {

/// Lines that are refused for one reason.
struct Gathered {
    std::vector<Reject> rejects; ///< in the order of the list; at least one
};

/// The rejects of equal reason and list together, in the order of their first ones.
[[nodiscard]] std::vector<Gathered> gathered(const std::vector<Reject> &rejects);

/// "2-5, 9": their lines, those that follow one another in one, as far as a sentence holds them.
[[nodiscard]] QString rangesOf(const Gathered &lines);

} // namespace lapwing::plan
