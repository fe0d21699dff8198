// SPDX-License-Identifier: MIT
#pragma once

#include "plan/listing.h"

#include <deque>

namespace lapwing::ui {

/// Links on their way into the list, in the order in which they came. They are added portion by portion, one in each turn
/// of the event loop: 100,000 at once hold the window for half a second.
class ArrivingLinks {
public:
    static constexpr std::size_t maxPortion = 1000; ///< links of a portion

    void add(plan::Links links);
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }
    /// The next portion; there is one.
    [[nodiscard]] plan::Links take();
    /// What became of it. The sum, when nothing is left of what came together.
    [[nodiscard]] std::optional<plan::Added> note(plan::Added portion);

private:
    struct Arrival {
        plan::Links links;
        std::size_t next = 0; ///< of its links
        plan::Added sum{};
    };

    std::deque<Arrival> m_waiting;
};

} // namespace lapwing::ui
