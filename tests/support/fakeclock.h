// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "async/event.h"
#include "async/sleep.h"

#include <vector>

namespace lapwing::test {

/// Time that passes only when the test says so. A moment that has passed is no matter of time: there it is
/// what the real clock is, since a scheduler that meets one must not be tested with something kinder.
class FakeClock final : public async::Clock {
public:
    [[nodiscard]] std::chrono::nanoseconds now() const override { return m_now; }

    [[nodiscard]] QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration,
                                             std::stop_token stop) override
    {
        if (duration <= std::chrono::milliseconds(0)) {
            const bool lasted = co_await async::sleepFor(duration, stop);
            co_return lasted;
        }
        const std::chrono::nanoseconds due = m_now + duration;
        async::Event moved;
        const async::WakeOnStop wake(stop, &moved);
        m_sleepers.push_back(&moved);
        while (m_now < due && !stop.stop_requested())
            co_await moved;
        std::erase(m_sleepers, &moved);
        co_return !stop.stop_requested();
    }

    void advance(std::chrono::nanoseconds by)
    {
        m_now += by;
        for (async::Event *sleeper : m_sleepers)
            sleeper->set();
    }

    [[nodiscard]] std::size_t sleepers() const { return m_sleepers.size(); }

private:
    std::chrono::nanoseconds m_now{};
    std::vector<async::Event *> m_sleepers;
};

} // namespace lapwing::test
