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

void Queue::addEligible(int host)
{
    const Host &it = at(host);
    if (!it.waiting.empty() && hasRoom(it))
        m_eligible.emplace(*it.waiting.begin(), host);
}

void Queue::removeEligible(int host)
{
    const Host &it = at(host);
    if (!it.waiting.empty())
        m_eligible.erase({*it.waiting.begin(), host});
}

int Queue::hostOf(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return at < m_hostOf.size() ? m_hostOf[at] : nowhere;
}

void Queue::setHostOf(int index, int host)
{
    const auto at = static_cast<std::size_t>(index);
    if (at >= m_hostOf.size())
        m_hostOf.resize(at + 1, nowhere);
    m_hostOf[at] = host;
}

Queue::Next Queue::nextOf(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return {at < m_turns.size() ? m_turns[at] : plan::Turn(), index};
}

void Queue::insert(int index, int host)
{
    removeEligible(host);
    at(host).waiting.insert(nextOf(index));
    addEligible(host);
}

void Queue::erase(int index, int host)
{
    removeEligible(host);
    at(host).waiting.erase(nextOf(index));
    addEligible(host);
}

void Queue::setTurn(int index, const plan::Turn &turn)
{
    const auto place = static_cast<std::size_t>(index);
    if (place >= m_turns.size())
        m_turns.resize(place + 1);
    const int host = hostOf(index);
    const bool isInLine = host != nowhere && !isParked(index) && !m_later.contains(index);
    if (isInLine)
        erase(index, host);
    m_turns[place] = turn;
    if (isInLine)
        insert(index, host);
}

void Queue::add(int index, const Origin &origin, std::optional<Time> due)
{
    const int host = indexOf(origin);
    setHostOf(index, host);
    ++m_waiting;
    if (!due) {
        insert(index, host);
        return;
    }
    m_later.emplace(index, *due);
    m_dues.emplace(*due, index);
}

void Queue::park(int index, const Origin &origin)
{
    setHostOf(index, indexOf(origin));
    m_parked.insert(index);
}

std::optional<Origin> Queue::withdraw(int index)
{
    const int host = hostOf(index);
    if (host == nowhere)
        return std::nullopt;
    setHostOf(index, nowhere);
    if (m_parked.erase(index) > 0)
        return m_origins[static_cast<std::size_t>(host)];
    --m_waiting;
    if (const auto later = m_later.extract(index)) {
        m_dues.erase({later.mapped(), index});
    } else {
        erase(index, host);
    }
    return m_origins[static_cast<std::size_t>(host)];
}

void Queue::wake(Time now)
{
    while (!m_dues.empty() && m_dues.begin()->first <= now) {
        const int index = m_dues.begin()->second;
        m_dues.erase(m_dues.begin());
        m_later.erase(index);
        insert(index, hostOf(index));
    }
    while (!m_held.empty() && m_held.begin()->first <= now) {
        const int host = m_held.begin()->second;
        m_held.erase(m_held.begin());
        at(host).heldUntil.reset();
        addEligible(host);
    }
}

std::optional<Queue::Ticket> Queue::take(Time now)
{
    wake(now);
    if (m_eligible.empty())
        return std::nullopt;
    const auto [next, host] = *m_eligible.begin();
    const int index = next.index;
    removeEligible(host);
    Host &it = at(host);
    it.waiting.erase(it.waiting.begin());
    setHostOf(index, nowhere);
    ++it.inFlight;
    --m_waiting;
    ++m_inFlight;
    addEligible(host);
    return Ticket{index, m_origins[static_cast<std::size_t>(host)]};
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
    removeEligible(host);
    --at(host).inFlight;
    --m_inFlight;
    addEligible(host);
}

bool Queue::move(const Origin &from, const Origin &to)
{
    const int target = indexOf(to);
    if (!hasRoom(at(target)))
        return false;
    release(from);
    removeEligible(target);
    ++at(target).inFlight;
    ++m_inFlight;
    addEligible(target);
    return true;
}

void Queue::hold(const Origin &origin, Time until)
{
    const int host = indexOf(origin);
    Host &it = at(host);
    if (it.heldUntil && *it.heldUntil >= until)
        return;
    removeEligible(host);
    if (it.heldUntil)
        m_held.erase({*it.heldUntil, host});
    it.heldUntil = until;
    m_held.emplace(until, host);
}

std::vector<Queue::Held> Queue::holding(Time now) const
{
    std::vector<Held> holding;
    for (const auto &[until, host] : m_held) {
        const auto at = static_cast<std::size_t>(host);
        if (until > now && !m_hosts[at].waiting.empty())
            holding.push_back({m_origins[at], until});
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
    removeEligible(host);
    at(host).limit = limit;
    addEligible(host);
}

void Queue::setOneAtATime(const Origin &origin, bool on)
{
    const int host = indexOf(origin);
    removeEligible(host);
    at(host).isOneAtATime = on;
    addEligible(host);
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
        addEligible(host);
}

} // namespace lapwing::engine
