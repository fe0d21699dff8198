// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"

namespace lapwing::measure {

/// Those that may be recommended, by number at once: they count, and are below the lowest that was throttled.
[[nodiscard]] std::vector<SweepPoint> eligible(const std::vector<SweepPoint> &points);

/// Fills in what is recommended, by the rule of Sweep::recommended, and what that stands on.
void recommend(Sweep &sweep);

/// What a sweep tells of other runs of its list.
struct Recommendation {
    int atOnce = 1;
    /// From so many at once on it tells nothing: no higher number was tried, which was possible. Absent: it was not.
    std::optional<int> openFrom{};
    friend bool operator==(const Recommendation &, const Recommendation &) = default;
};

/// Absent: it recommends no number.
[[nodiscard]] std::optional<Recommendation> recommendationOf(const Sweep &sweep);
/// The sweep tried more than a run of `atOnce` had, and it was no better.
[[nodiscard]] bool triedMoreInVain(const Recommendation &recommendation, int atOnce);

} // namespace lapwing::measure
