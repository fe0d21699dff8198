// SPDX-License-Identifier: MIT
#include "engine/schedule/queue.h"

#include <algorithm>

namespace lapwing::engine {

int Queue::indexOf(const Origin &origin)
{
    const auto known = m_index.constFind(origin);
    if (known != m_index.constEnd())
        return *known;
    const int index = static_cast<int>(m_hosts.size());
    m_index.insert(origin, index);
    m_hosts.emplace_back();
    m_origins.push_back(origin);
    return index;
}

const Queue::Host *Queue::find(const Origin &origin) const
{
    const auto known = m_index.constFind(origin);
    return known == m_index.constEnd() ? nullptr : &m_hosts[static_cast<std::size_t>(*known)];
}

void Queue::list(int host)
{
    const Host &it = at(host);
    if (!it.waiting.empty() && hasRoom(it))
        m_eligible.emplace(*it.waiting.begin(), host);
}

void Queue::unlist(int host)
{
    const Host &it = at(host);
    if (!it.waiting.empty())
        m_eligible.erase({*it.waiting.begin(), host});
}

int Queue::hostOf(int number) const
{
    const auto place = static_cast<std::size_t>(number);
    return place < m_hostOf.size() ? m_hostOf[place] : nowhere;
}

void Queue::setHostOf(int number, int host)
{
    const auto place = static_cast<std::size_t>(number);
    if (place >= m_hostOf.size())
        m_hostOf.resize(place + 1, nowhere);
    m_hostOf[place] = host;
}

void Queue::insert(int number, int host)
{
    unlist(host);
    at(host).waiting.insert(number);
    list(host);
}

void Queue::add(int number, const Origin &origin, std::optional<Time> due)
{
    const int host = indexOf(origin);
    setHostOf(number, host);
    ++m_waiting;
    if (!due) {
        insert(number, host);
        return;
    }
    m_later.emplace(number, *due);
    m_dues.emplace(*due, number);
}

void Queue::park(int number, const Origin &origin)
{
    setHostOf(number, indexOf(origin));
    m_parked.insert(number);
}

std::optional<Origin> Queue::withdraw(int number)
{
    const int host = hostOf(number);
    if (host == nowhere)
        return std::nullopt;
    setHostOf(number, nowhere);
    if (m_parked.erase(number) > 0)
        return m_origins[static_cast<std::size_t>(host)];
    --m_waiting;
    if (const auto later = m_later.extract(number)) {
        m_dues.erase({later.mapped(), number});
    } else {
        unlist(host);
        at(host).waiting.erase(number);
        list(host);
    }
    return m_origins[static_cast<std::size_t>(host)];
}

void Queue::wake(Time now)
{
    while (!m_dues.empty() && m_dues.begin()->first <= now) {
        const int number = m_dues.begin()->second;
        m_dues.erase(m_dues.begin());
        m_later.erase(number);
        insert(number, hostOf(number));
    }
    while (!m_held.empty() && m_held.begin()->first <= now) {
        const int host = m_held.begin()->second;
        m_held.erase(m_held.begin());
        at(host).heldUntil.reset();
        list(host);
    }
}

std::optional<Queue::Ticket> Queue::take(Time now)
{
    wake(now);
    if (m_eligible.empty())
        return std::nullopt;
    const auto [number, host] = *m_eligible.begin();
    unlist(host);
    Host &it = at(host);
    it.waiting.erase(it.waiting.begin());
    setHostOf(number, nowhere);
    ++it.inFlight;
    --m_waiting;
    ++m_inFlight;
    list(host);
    return Ticket{number, m_origins[static_cast<std::size_t>(host)]};
}

std::optional<Queue::Time> Queue::nextDue() const
{
    std::optional<Time> next;
    if (!m_dues.empty())
        next = m_dues.begin()->first;
    if (!m_held.empty())
        next = std::min(next.value_or(m_held.begin()->first), m_held.begin()->first);
    return next;
}

void Queue::release(const Origin &origin)
{
    const int host = indexOf(origin);
    unlist(host);
    --at(host).inFlight;
    --m_inFlight;
    list(host);
}

bool Queue::move(const Origin &from, const Origin &to)
{
    const int target = indexOf(to);
    if (!hasRoom(at(target)))
        return false;
    release(from);
    unlist(target);
    ++at(target).inFlight;
    ++m_inFlight;
    list(target);
    return true;
}

void Queue::hold(const Origin &origin, Time until)
{
    const int host = indexOf(origin);
    Host &it = at(host);
    if (it.heldUntil && *it.heldUntil >= until)
        return;
    unlist(host);
    if (it.heldUntil)
        m_held.erase({*it.heldUntil, host});
    it.heldUntil = until;
    m_held.emplace(until, host);
}

std::vector<Queue::Held> Queue::holding(Time now) const
{
    std::vector<Held> holding;
    for (const auto &[until, host] : m_held) {
        const auto place = static_cast<std::size_t>(host);
        if (until > now && !m_hosts[place].waiting.empty())
            holding.push_back({m_origins[place], until});
    }
    return holding;
}

bool Queue::isHeld(const Origin &origin, Time now) const
{
    const Host *host = find(origin);
    return host != nullptr && host->heldUntil && *host->heldUntil > now;
}

void Queue::setLimit(const Origin &origin, int limit)
{
    const int host = indexOf(origin);
    unlist(host);
    at(host).limit = limit;
    list(host);
}

void Queue::setOneAtATime(const Origin &origin, bool on)
{
    const int host = indexOf(origin);
    unlist(host);
    at(host).isOneAtATime = on;
    list(host);
}

int Queue::limit(const Origin &origin) const
{
    const Host *host = find(origin);
    return host == nullptr ? m_perOrigin : host->limit.value_or(m_perOrigin);
}

void Queue::setPerOrigin(int perOrigin)
{
    m_perOrigin = perOrigin;
    m_eligible.clear();
    for (int host = 0; host < static_cast<int>(m_hosts.size()); ++host)
        list(host);
}

} // namespace lapwing::engine
