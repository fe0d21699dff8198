// SPDX-License-Identifier: MIT
#include "engine/http/watchdog.h"

#include <utility>

namespace lapwing::engine {

Watchdog::Watchdog(const async::Clock *clock, Sight sight)
    : m_clock(clock), m_sight(std::move(sight))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { check(); });
}

Watchdog::Watch::Watch(Watchdog *dog, async::Event *event,
                       std::function<std::optional<LastSent>()> request)
    : m_watchdog(dog), m_event(event), m_request(std::move(request))
{
    if (m_watchdog->m_watches.empty()) {
        m_watchdog->m_lastPatrol = m_watchdog->m_clock->now();
        m_watchdog->m_timer.start(tick);
    }
    m_watchdog->m_watches.push_back(this);
}

Watchdog::Watch::~Watch()
{
    std::erase(m_watchdog->m_watches, this);
    if (m_watchdog->m_watches.empty())
        m_watchdog->m_timer.stop();
}

void Watchdog::Watch::expect(record::Cause cause, std::chrono::milliseconds timeouts)
{
    m_cause = cause;
    m_memory = 0;
    m_received.reset();
    m_due = m_watchdog->m_clock->now() + timeouts;
}

void Watchdog::Watch::keepRate(plan::MinimumRate minimumRate)
{
    m_minimumRate = minimumRate.bytesPerSecond > 0 ? std::optional(minimumRate) : std::nullopt;
    m_windowBytes = 0;
    m_waited = {};
}

/// Time that we spend on the disk does not count, to a tick.
bool Watchdog::Watch::isTooSlow(std::chrono::nanoseconds gap)
{
    if (!m_minimumRate)
        return false;
    m_waited += gap;
    if (m_waited < m_minimumRate->window)
        return false;
    const std::chrono::duration<double> seconds = std::exchange(m_waited, {});
    return static_cast<double>(std::exchange(m_windowBytes, 0))
        < static_cast<double>(m_minimumRate->bytesPerSecond) * seconds.count();
}

void Watchdog::Watch::expire(record::Cause cause)
{
    m_expiredWith = cause;
    m_event->set();
}

/// Memory is looked at from the first check of a wait on: most waits are over before it. Until a request
/// is sent nothing comes of which there could be too much. The connections are asked when memory has grown by half
/// of what is too much: that seldom happens, and costs four system calls for each.
bool Watchdog::Watch::isFlooded(qint64 memory)
{
    if (m_memory == 0)
        m_memory = memory;
    const bool isForAnAnswer =
        m_cause == record::Cause::FirstByteTimeout || m_cause == record::Cause::Stalled;
    const qint64 grown = memory - m_memory;
    if (!isForAnAnswer || grown <= maxGrowth / 2)
        return false;
    const qint64 now = received();
    const qint64 came = now - m_received.value_or(now);
    if (!m_received)
        m_received = now;
    if (grown <= maxGrowth || came <= maxReceived)
        return false;
    m_detail = QStringLiteral("memory grew by %1 MB meanwhile; a header without an end?")
                   .arg(grown / 1'000'000);
    return true;
}

qint64 Watchdog::Watch::received() const
{
    const std::optional<LastSent> request = m_request ? m_request() : std::nullopt;
    if (!request)
        return 0;
    std::optional<std::vector<Connection>> &open = m_watchdog->m_connections;
    if (!open)
        open = m_watchdog->m_sight.connections();
    qint64 bytes = 0;
    for (const Connection &connection : *open) {
        if (fits(connection, *request))
            bytes += connection.received;
    }
    return bytes;
}

void Watchdog::check()
{
    const std::chrono::nanoseconds now = m_clock->now();
    const std::chrono::nanoseconds gap = now - m_lastPatrol;
    const bool wasAway = gap > maxGap;
    m_lastPatrol = now;
    const qint64 memory = m_sight.memory();
    m_connections.reset();
    for (Watch *watch : m_watches) {
        if (!watch->m_due || watch->m_expiredWith)
            continue;
        if (wasAway)
            *watch->m_due += gap;
        if (*watch->m_due <= now || watch->isFlooded(memory))
            watch->expire(watch->m_cause);
        else if (!wasAway && watch->isTooSlow(gap))
            watch->expire(record::Cause::TooSlow);
    }
}

} // namespace lapwing::engine
