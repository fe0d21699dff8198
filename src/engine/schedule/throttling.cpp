// SPDX-License-Identifier: MIT
#include "engine/schedule/throttling.h"

#include <algorithm>

namespace lapwing::engine {

std::optional<int> Throttling::refused(const plan::Origin &origin, Time now, Time until, int limit)
{
    Server &server = m_servers[origin];
    if (now < server.until)
        return std::nullopt;
    server.until = until;
    ++server.times;
    if (server.times < 2 || limit <= 1)
        return std::nullopt;
    return std::max(1, limit / 2);
}

} // namespace lapwing::engine
