// SPDX-License-Identifier: MIT
#include "engine/schedule/serverspeeds.h"

namespace lapwing::engine {

void ServerSpeeds::note(const plan::Origin &server, qint64 bytes, std::chrono::nanoseconds time)
{
    Sum &sum = m_sums[server];
    sum.bytes += bytes;
    sum.time += time;
}

std::optional<double> ServerSpeeds::of(const plan::Origin &server) const
{
    const auto found = m_sums.constFind(server);
    if (found == m_sums.constEnd())
        return std::nullopt;
    const std::chrono::duration<double> seconds = found->time;
    return seconds.count() > 0 ? static_cast<double>(found->bytes) / seconds.count() : 0;
}

} // namespace lapwing::engine
