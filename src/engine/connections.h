// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace lapwing::engine {

/// By what a connection of this process is known from outside: Qt tells nobody its socket.
struct LastSent {
    quint16 port = 0; ///< of the server
    std::chrono::steady_clock::time_point
        when; ///< the last that was sent on it; our stamp is late, never early
};

/// Cuts the connections that fit one of these, whoever reads them: a thread that reads one without end comes
/// back (tcp_info.tcpi_last_data_sent, in ms; without Linux it does nothing). How many there were.
int cutConnections(const std::vector<LastSent> &which);

} // namespace lapwing::engine
