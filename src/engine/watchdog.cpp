// SPDX-License-Identifier: MIT
#include "engine/watchdog.h"

namespace lapwing::engine {

Watchdog::Watchdog(const async::Clock *clock) : m_clock(clock)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { patrol(); });
}

Watchdog::Watch::Watch(Watchdog *dog, async::Event *event) : m_dog(dog), m_event(event)
{
    if (m_dog->m_watches.empty()) {
        m_dog->m_lastPatrol = m_dog->m_clock->now();
        m_dog->m_timer.start(tick);
    }
    m_dog->m_watches.push_back(this);
}

Watchdog::Watch::~Watch()
{
    std::erase(m_dog->m_watches, this);
    if (m_dog->m_watches.empty())
        m_dog->m_timer.stop();
}

void Watchdog::Watch::expect(record::Cause cause, std::chrono::milliseconds patience)
{
    m_cause = cause;
    m_due = m_dog->m_clock->now() + patience;
}

void Watchdog::patrol()
{
    const std::chrono::nanoseconds now = m_clock->now();
    const std::chrono::nanoseconds gap = now - m_lastPatrol;
    m_lastPatrol = now;
    for (Watch *watch : m_watches) {
        if (!watch->m_due || watch->m_bitten)
            continue;
        if (gap > longestGap)
            *watch->m_due += gap;
        if (*watch->m_due > now)
            continue;
        watch->m_bitten = watch->m_cause;
        watch->m_event->set();
    }
}

} // namespace lapwing::engine
