// SPDX-License-Identifier: MIT
#pragma once

#include "measure/times.h"

#include <vector>

namespace lapwing::measure {

struct Span {
    Stamp from{};
    Stamp to{};
    double weight = 1;
};

/// The sum of the weights of the spans that hold a moment: how many there are at a time, or how much comes a
/// second. Spans without a length count nowhere. n log n to make; then each question costs log n.
class StepFunction {
public:
    explicit StepFunction(const std::vector<Span> &spans);

    /// On average within `span`; 0 when that has no length.
    [[nodiscard]] double meanOver(const Span &span) const;
    /// The highest mean over so long a time, which begins or ends at a corner, since between those nothing changes.
    [[nodiscard]] double highestMeanOver(Stamp time) const;
    /// Summed over the seconds up to `moment`.
    [[nodiscard]] double integralTo(Stamp moment) const;
    /// How long there is one span at least.
    [[nodiscard]] Stamp covered() const { return m_covered; }
    /// The most spans at a time.
    [[nodiscard]] int peak() const { return m_peak; }
    /// Where there is one at least, in order and apart.
    [[nodiscard]] std::vector<Span> stretches() const;
    /// The moments at which it changes, in order.
    [[nodiscard]] std::vector<Stamp> corners() const;

private:
    /// Until the next corner the sum is `level`; up to this one its integral is `integral`.
    struct Corner {
        Stamp at{};
        double level = 0;
        double integral = 0;
        int count = 0; ///< of spans, until the next corner
    };

    std::vector<Corner> m_corners;
    Stamp m_covered{};
    int m_peak = 0;
};

} // namespace lapwing::measure
