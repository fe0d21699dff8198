// SPDX-License-Identifier: MIT
#include "engine/schedule/silence.h"

namespace lapwing::engine {

Silence::Verdict Silence::timedOut(const plan::Origin &server, record::Stamp asked,
                                   record::Stamp now)
{
    Server &it = m_servers[server];
    if (it.doubtedSince && asked < *it.doubtedSince)
        return Verdict::Doubted;
    ++it.timeOuts;
    if (it.timeOuts < firstTimeOuts)
        return Verdict::Trusted;
    if (!it.doubtedSince)
        it.doubtedSince = now;
    return it.timeOuts < firstTimeOuts + maxProbes ? Verdict::Doubted : Verdict::Dead;
}

bool Silence::answered(const plan::Origin &server)
{
    const bool wasDoubted = isDoubted(server);
    m_servers.remove(server);
    return wasDoubted;
}

bool Silence::isDoubted(const plan::Origin &server) const
{
    return m_servers.value(server).doubtedSince.has_value();
}

int Silence::timeOuts(const plan::Origin &server) const
{
    return m_servers.value(server).timeOuts;
}

} // namespace lapwing::engine
