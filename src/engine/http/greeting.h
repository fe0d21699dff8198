// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/watchdog.h"

#include <QByteArray>
#include <QCoroTask>

#include <stop_token>

namespace lapwing::engine {

/// What a server says before it is asked anything: its first line, at most 256 bytes of it. Empty: it said
/// nothing within `patience`, as one of HTTP does (RFC 9112 section 1.2: the client speaks first).
///
/// Of an answer that is no HTTP, Qt says only that the connection was closed (readStatus in
/// qhttpnetworkreply.cpp), as it does of one that was cut. Servers of mail, of SSH, of databases speak first.
[[nodiscard]] QCoro::Task<QByteArray> greetingAt(QString host, quint16 port, Watchdog *watchdog,
                                                 std::chrono::milliseconds patience,
                                                 std::stop_token stop);

} // namespace lapwing::engine
