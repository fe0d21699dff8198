// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace lapwing::engine {

/// How long the loop of its thread stood still: a precise timer that should fire every `interval`, and
/// how much later than that it did. Idle noise is 0.7 to 3.4 ms (measured).
class LoopMonitor {
public:
    static constexpr std::chrono::milliseconds interval{10};

    LoopMonitor();

    /// The longest so far.
    [[nodiscard]] std::chrono::nanoseconds longestStill() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    std::chrono::nanoseconds m_longest{};
};

} // namespace lapwing::engine
