// SPDX-License-Identifier: MIT
#pragma once

#include "engine/system/loopstalldetector.h"
#include "record/loop.h"

#include <QTimer>

#include <functional>

namespace lapwing::engine {

/// Any Qt; the CPU time is that of Linux.
///
/// Watches the loop of the thread that made it: a precise timer that should fire every `interval`, how
/// much later than that it did, and what the thread and the process worked meanwhile.
class LoopMonitor {
public:
    static constexpr std::chrono::milliseconds interval{10};

    /// `now` is the clock that stands still are told by. `stoodStill` hears of each while it is so, on a
    /// second thread.
    LoopMonitor(std::function<std::chrono::nanoseconds()> now,
                std::function<void(std::chrono::nanoseconds since)> loopStalled);

    /// So far. On the thread that made it.
    [[nodiscard]] record::Loop loop() const;

    /// Hears every round of the loop.
    std::function<void()> onBeat;

private:
    /// What was spent up to a moment.
    struct Spent {
        std::chrono::nanoseconds at{};
        std::optional<std::chrono::nanoseconds> busy;
        std::chrono::nanoseconds cpu{};
        std::chrono::nanoseconds processCpu{};
        std::optional<std::chrono::nanoseconds> starved;
    };
    static void note(record::Loop &loop, std::chrono::nanoseconds due,
                     std::chrono::nanoseconds now);
    [[nodiscard]] Spent spent() const;
    void beat();

    std::function<std::chrono::nanoseconds()> m_now;
    Spent m_start;
    std::chrono::nanoseconds m_last;
    record::Loop m_loop;
    LoopStallDetector m_sentry;
    QTimer m_timer;
};

} // namespace lapwing::engine
