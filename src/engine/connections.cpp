// SPDX-License-Identifier: MIT
#include "engine/connections.h"

#ifdef Q_OS_LINUX
#include <algorithm>
#include <filesystem>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace lapwing::engine {

#ifdef Q_OS_LINUX
namespace {

/// How late a stamp of ours may be, and how coarse the kernel's is.
constexpr std::chrono::milliseconds latest{1000};
constexpr std::chrono::milliseconds coarse{20};

/// The same socket by another descriptor: what is looked at is what will be cut, even if Qt closes its own
/// meanwhile and the number goes to somebody else.
class Socket {
public:
    explicit Socket(int descriptor) : m_descriptor(::dup(descriptor)) { }
    ~Socket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    [[nodiscard]] std::optional<quint16> peerPort() const
    {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        if (::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0)
            return std::nullopt;
        if (peer.ss_family == AF_INET)
            return ntohs(reinterpret_cast<const sockaddr_in *>(&peer)->sin_port);
        if (peer.ss_family == AF_INET6)
            return ntohs(reinterpret_cast<const sockaddr_in6 *>(&peer)->sin6_port);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::chrono::milliseconds> sinceLastSent() const
    {
        tcp_info info{};
        socklen_t size = sizeof info;
        if (::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
            return std::nullopt;
        return std::chrono::milliseconds(info.tcpi_last_data_sent);
    }
    /// By a reset, with all that waits to be read: after a shutdown that could still be read, and a server
    /// whose bytes nobody takes would never learn of the end (connect(2), AF_UNSPEC).
    [[nodiscard]] bool cut() const
    {
        const sockaddr none{AF_UNSPEC, {}};
        return ::connect(m_descriptor, &none, sizeof none) == 0;
    }

private:
    int m_descriptor;
};

bool fits(const Socket &socket, const std::vector<LastSent> &which)
{
    const auto port = socket.peerPort();
    const auto since = socket.sinceLastSent();
    if (!port || !since)
        return false;
    const auto sent = std::chrono::steady_clock::now() - *since;
    return std::ranges::any_of(which, [&](const LastSent &one) {
        return one.port == *port && sent > one.when - latest && sent < one.when + coarse;
    });
}

} // namespace
#endif

int cutConnections([[maybe_unused]] const std::vector<LastSent> &which)
{
    int cut = 0;
#ifdef Q_OS_LINUX
    std::error_code unreadable;
    for (const auto &entry : std::filesystem::directory_iterator("/proc/self/fd", unreadable)) {
        const Socket socket(std::stoi(entry.path().filename()));
        if (fits(socket, which) && socket.cut())
            ++cut;
    }
#endif
    return cut;
}

} // namespace lapwing::engine
