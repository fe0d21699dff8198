// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

/// Linux only, and needed with Qt 6.4 and 6.8, which expose no socket of a QNetworkAccessManager.
///
/// What the kernel knows about the connections of this process.
namespace lapwing::engine {

using Moment = std::chrono::steady_clock::time_point;

/// A TCP connection of this process.
struct Connection {
    quint64 number = 0;  ///< of its socket: no other has it while this one is open (stat.st_ino)
    quint16 port = 0;    ///< of the server
    Moment lastSent{};   ///< to 20 ms (tcp_info.tcpi_last_data_sent)
    qint64 received = 0; ///< bytes, since it was opened (tcp_info.tcpi_bytes_received)
};

/// By what a request's connection is known from outside.
struct LastSent {
    quint16 port = 0; ///< of the server
    /// The last that was sent on it; our stamp is late, by a second at most, never early.
    Moment when{};
    Moment since{}; ///< what sent nothing from then on belongs to another request
};

[[nodiscard]] bool fits(const Connection &connection, const LastSent &sent);

/// All of them; none where the system does not tell (without Linux).
[[nodiscard]] std::vector<Connection> openConnections() noexcept;

/// Cuts the connections with these numbers, whichever thread reads them: a thread that reads one without end comes
/// back. How many there were.
int cutConnections(const std::vector<quint64> &numbers) noexcept;

} // namespace lapwing::engine
