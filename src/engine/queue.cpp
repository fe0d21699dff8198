// SPDX-License-Identifier: MIT
#include "engine/queue.h"

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

void Queue::list(int host)
{
    const Host &it = m_hosts[static_cast<std::size_t>(host)];
    if (!it.waiting.empty() && it.inFlight < m_perOrigin)
        m_eligible.emplace(*it.waiting.begin(), host);
}

void Queue::unlist(int host)
{
    const Host &it = m_hosts[static_cast<std::size_t>(host)];
    if (!it.waiting.empty())
        m_eligible.erase({*it.waiting.begin(), host});
}

void Queue::add(int number, const Origin &origin)
{
    const int host = indexOf(origin);
    unlist(host);
    m_hosts[static_cast<std::size_t>(host)].waiting.insert(number);
    ++m_waiting;
    list(host);
}

std::optional<Queue::Ticket> Queue::take()
{
    if (m_eligible.empty())
        return std::nullopt;
    const auto [number, host] = *m_eligible.begin();
    unlist(host);
    Host &it = m_hosts[static_cast<std::size_t>(host)];
    it.waiting.erase(it.waiting.begin());
    ++it.inFlight;
    --m_waiting;
    ++m_inFlight;
    list(host);
    return Ticket{number, m_origins[static_cast<std::size_t>(host)]};
}

void Queue::release(const Origin &origin)
{
    const int host = indexOf(origin);
    unlist(host);
    --m_hosts[static_cast<std::size_t>(host)].inFlight;
    --m_inFlight;
    list(host);
}

bool Queue::move(const Origin &from, const Origin &to)
{
    const int target = indexOf(to);
    if (m_hosts[static_cast<std::size_t>(target)].inFlight >= m_perOrigin)
        return false;
    release(from);
    unlist(target);
    ++m_hosts[static_cast<std::size_t>(target)].inFlight;
    ++m_inFlight;
    list(target);
    return true;
}

void Queue::setPerOrigin(int perOrigin)
{
    m_perOrigin = perOrigin;
    m_eligible.clear();
    for (int host = 0; host < static_cast<int>(m_hosts.size()); ++host)
        list(host);
}

} // namespace lapwing::engine
