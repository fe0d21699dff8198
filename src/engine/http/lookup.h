// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/watchdog.h"

#include <QCoroTask>

#include <stop_token>

namespace lapwing::engine {

/// Looks a name up, so that Qt finds it in its own cache when it connects (60 s, the whole process:
/// qhostinfo.cpp) and the time that takes can be told from that of the connection. Absent: it is known.
/// Fails with host-not-found, connect-timeout or cancelled.
[[nodiscard]] QCoro::Task<std::optional<record::Failure>> lookUp(QString host, Watchdog *watchdog,
                                                                 std::chrono::milliseconds patience,
                                                                 std::stop_token stop);

} // namespace lapwing::engine
