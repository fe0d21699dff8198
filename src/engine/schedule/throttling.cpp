// SPDX-License-Identifier: MIT
#include "engine/schedule/throttling.h"

#include <algorithm>
#include <utility>

namespace lapwing::engine {

/// Judged by what became of the others since it was refused last; where nothing did, as before.
Throttling::Link &Throttling::judged(Server &server, int index)
{
    Link &link = server.links.try_emplace(index, Link{server.served, server.refused}).first->second;
    const int served = server.served - link.served;
    const int refused = server.refused - link.refused;
    if (served != refused)
        link.isToBlame = served > refused;
    link.served = server.served;
    link.refused = ++server.refused;
    return link;
}

void Throttling::served(const plan::Origin &origin)
{
    if (const auto server = m_servers.find(origin); server != m_servers.end())
        ++server->served;
}

std::optional<int> Throttling::refused(const plan::Origin &origin, int index, Time now, Time until,
                                       int limit)
{
    Server &server = m_servers[origin];
    Link &link = judged(server, index);
    if (link.isToBlame)
        server.times -= std::exchange(link.counted, 0); // so was it before
    if (link.isToBlame || now < server.until)
        return std::nullopt;
    server.until = until;
    ++server.times;
    ++link.counted;
    if (server.times < 2 || limit <= 1)
        return std::nullopt;
    return std::max(1, limit / 2);
}

} // namespace lapwing::engine
