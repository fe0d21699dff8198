// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

#include <chrono>
#include <optional>

namespace lapwing::record {

/// One connection of its own to a host, made to tell apart what Qt does not tell of a download's:
/// look-up, TCP and TLS. It is never one of the downloads, and is always called a probe.
struct Probe {
    QString host;                                   ///< "https://example.org:443"
    std::optional<std::chrono::nanoseconds> lookUp; ///< absent: the host is a number, or it failed
    std::optional<std::chrono::nanoseconds> tcp;    ///< looked up to connected
    std::optional<std::chrono::nanoseconds> tls;    ///< connected to encrypted; absent for http
    QString address;                                ///< of the peer; empty: not connected
    std::optional<Failure> failure;
};

} // namespace lapwing::record
