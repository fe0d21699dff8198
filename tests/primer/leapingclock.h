// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "async/event.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <algorithm>
#include <vector>

namespace lapwing::test {

/// Time that leaps to the next moment that somebody sleeps until, once nobody has anything else to do. So a
/// program takes exactly as long as it says, at once, and on any machine.
class LeapingClock final : public QObject, public async::Clock {
public:
    [[nodiscard]] std::chrono::nanoseconds now() const override { return m_now; }

    [[nodiscard]] QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration,
                                             std::stop_token stop) override
    {
        async::Event over;
        const async::WakeOnStop wake(stop, &over);
        Sleeper sleeper(m_now + duration, &over);
        m_sleepers.push_back(&sleeper);
        waitForQuiet();
        while (m_now < sleeper.due && !stop.stop_requested())
            co_await over;
        std::erase(m_sleepers, &sleeper);
        co_return !stop.stop_requested();
    }

    /// Something that holds the loop for so long.
    void advance(std::chrono::nanoseconds by) { m_now += by; }

protected:
    void customEvent(QEvent *) override
    {
        m_isPosted = false;
        if (m_sleepers.empty())
            return;
        if (--m_rounds <= 0)
            leap();
        post();
    }

private:
    struct Sleeper {
        Sleeper(std::chrono::nanoseconds until, async::Event *event) : due(until), over(event) { }
        std::chrono::nanoseconds due;
        async::Event *over;
    };

    /// What a wake-up leads to may take the loop a few rounds.
    static constexpr int quietRounds = 20;

    void waitForQuiet()
    {
        m_rounds = quietRounds;
        post();
    }

    void post()
    {
        if (!std::exchange(m_isPosted, true))
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority);
    }

    void leap()
    {
        m_rounds = quietRounds;
        m_now = std::max(m_now, (*std::ranges::min_element(m_sleepers, {}, &Sleeper::due))->due);
        for (const Sleeper *sleeper : m_sleepers) {
            if (sleeper->due <= m_now)
                sleeper->over->set();
        }
    }

    std::chrono::nanoseconds m_now{};
    std::vector<Sleeper *> m_sleepers;
    int m_rounds = 0;
    bool m_isPosted = false;
};

} // namespace lapwing::test
