// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <chrono>
#include <stop_token>

namespace lapwing::async {

/// Time, as a thing that is handed in, so that a test can own it.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// Monotonic, from an origin of its own.
    [[nodiscard]] virtual std::chrono::nanoseconds now() const = 0;

    /// True: it lasted; false: a stop ended it early. Never over before the loop came round, also for a
    /// time that has passed already (0 and less).
    [[nodiscard]] virtual QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration,
                                                     std::stop_token stop) = 0;
};

/// The real one: CLOCK_MONOTONIC, which no change of the wall clock moves.
class SteadyClock final : public Clock {
public:
    [[nodiscard]] std::chrono::nanoseconds now() const override;
    [[nodiscard]] QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration,
                                             std::stop_token stop) override;
};

} // namespace lapwing::async
