// SPDX-License-Identifier: MIT
#pragma once

#include "measure/times.h"

#include <vector>

namespace lapwing::measure {

struct Span {
    Stamp from{};
    Stamp to{};
};

/// How many of a set of spans there are at a time. n log n to make; then each question costs log n.
class StepFunction {
public:
    explicit StepFunction(const std::vector<Span> &spans);

    /// How many there are on average within `span`; 0 when it has no length.
    [[nodiscard]] double meanOver(const Span &span) const;
    /// How long there is one at least.
    [[nodiscard]] Stamp covered() const { return m_covered; }

private:
    /// Until the next corner there are `count`; up to it, so many nanoseconds were spent, added up.
    struct Corner {
        Stamp at{};
        int count = 0;
        double spent = 0;
    };
    [[nodiscard]] double spentBy(Stamp moment) const;

    std::vector<Corner> m_corners;
    Stamp m_covered{};
};

} // namespace lapwing::measure
