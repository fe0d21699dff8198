// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"

namespace lapwing::measure {

/// Those that may be recommended, by number at once: they count, and are below the lowest that was throttled.
[[nodiscard]] std::vector<SweepPoint> eligible(const std::vector<SweepPoint> &points);

struct Recommendation {
    std::optional<int> atOnce;
    QString why; ///< translated
};

/// By the rule of Sweep::recommended.
[[nodiscard]] Recommendation recommend(const std::vector<SweepPoint> &points);

/// Whether a limit was met, and whose; translated; empty: none. `runs` are those of the sweep.
[[nodiscard]] QString plateauReason(const std::vector<SweepPoint> &points,
                                    const std::vector<record::Run> &runs);

} // namespace lapwing::measure
