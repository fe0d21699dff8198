// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <vector>

namespace lapwing::measure {

/// One task in two runs. They point into those.
struct Pair {
    const record::TaskRecord *before = nullptr;
    const record::TaskRecord *after = nullptr;
};
using Pairs = std::vector<Pair>;

/// By their link; of several with one link, the first with the first. In the order of `after`.
[[nodiscard]] Pairs pairsOf(const record::Run &before, const record::Run &after);

} // namespace lapwing::measure
