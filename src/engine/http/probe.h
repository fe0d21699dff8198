// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/transport.h"
#include "record/probe.h"

#include <QCoroTask>

#include <stop_token>
#include <vector>

namespace lapwing::engine {

/// One connection to the server of `url`, without a request, and closed again: what look-up, TCP and TLS
/// take there. TLS as the downloads do it, on the same terms.
[[nodiscard]] QCoro::Task<record::Probe> probe(QUrl url, TransportSettings terms,
                                               std::stop_token stop);

inline constexpr int maxProbes = 16; ///< servers; each costs a connection

/// Each server of the plan once, in its order, the first `maxProbes`, one after another. None behind a proxy:
/// the connection would be to that.
[[nodiscard]] QCoro::Task<std::vector<record::Probe>> probeAll(plan::Plan plan,
                                                               std::stop_token stop);

} // namespace lapwing::engine
