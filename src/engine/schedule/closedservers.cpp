// SPDX-License-Identifier: MIT
#include "engine/schedule/closedservers.h"

namespace lapwing::engine {

bool ClosedServers::open(const plan::Origin &server)
{
    const auto found = m_reasons.constFind(server);
    if (found == m_reasons.constEnd() || found->until)
        return false;
    m_reasons.erase(found);
    return true;
}

std::optional<ClosedServers::Reason> ClosedServers::reason(const plan::Origin &server,
                                                           record::Stamp now) const
{
    const auto found = m_reasons.constFind(server);
    if (found == m_reasons.constEnd() || (found->until && *found->until <= now))
        return std::nullopt;
    return *found;
}

} // namespace lapwing::engine
