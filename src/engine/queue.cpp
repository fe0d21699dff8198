// SPDX-License-Identifier: MIT
#include "engine/queue.h"

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

void Queue::insert(int number, int host)
{
    unlist(host);
    at(host).waiting.insert(number);
    list(host);
}

void Queue::add(int number, const Origin &origin, std::optional<Time> due)
{
    const int host = indexOf(origin);
    ++m_waiting;
    if (!due) {
        insert(number, host);
        return;
    }
    m_later.emplace(number, Later{*due, host});
    m_dues.emplace(*due, number);
}

std::optional<Origin> Queue::withdraw(int number, const Origin &origin)
{
    if (const auto parked = m_parked.extract(number))
        return parked.mapped();
    if (const auto later = m_later.extract(number)) {
        m_dues.erase({later.mapped().due, number});
        --m_waiting;
        return m_origins[static_cast<std::size_t>(later.mapped().host)];
    }
    const int host = indexOf(origin);
    unlist(host);
    const bool found = at(host).waiting.erase(number) > 0;
    list(host);
    if (!found)
        return std::nullopt;
    --m_waiting;
    return origin;
}

void Queue::wake(Time now)
{
    while (!m_dues.empty() && m_dues.begin()->first <= now) {
        const int number = m_dues.begin()->second;
        m_dues.erase(m_dues.begin());
        insert(number, m_later.extract(number).mapped().host);
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
