// SPDX-License-Identifier: MIT
#include "engine/system/connections.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <cstdlib>
#include <dirent.h>
#include <linux/tcp.h>
#include <memory>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace lapwing::engine {
namespace {

/// How late a stamp of ours may be, and how coarse the kernel's is.
constexpr std::chrono::milliseconds latest{1000};
constexpr std::chrono::milliseconds coarse{20};

} // namespace

bool fits(const Connection &connection, const LastSent &sent)
{
    return connection.port == sent.port && connection.lastSent > sent.when - latest
        && connection.lastSent < sent.when + coarse && connection.lastSent > sent.since - coarse;
}

#ifdef Q_OS_LINUX
namespace {

/// The same socket by another descriptor: what is looked at is what will be cut, even if Qt closes its own
/// meanwhile and the number be reused.
class Socket {
public:
    explicit Socket(int descriptor) noexcept : m_descriptor(::dup(descriptor)) { }
    ~Socket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    /// Absent: it is no connection over TCP.
    [[nodiscard]] std::optional<Connection> connection() const noexcept
    {
        struct stat it { };
        const std::optional<quint16> port = peerPort();
        tcp_info info{};
        socklen_t size = sizeof info;
        if (!port || ::fstat(m_descriptor, &it) != 0
            || ::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
            return std::nullopt;
        const std::chrono::milliseconds sinceSent(info.tcpi_last_data_sent);
        return Connection{it.st_ino, *port, std::chrono::steady_clock::now() - sinceSent,
                          static_cast<qint64>(info.tcpi_bytes_received)};
    }
    /// By a reset, with all that waits to be read: after a shutdown that could still be read, and a server
    /// whose bytes are not read would never learn of the end (connect(2), AF_UNSPEC).
    [[nodiscard]] bool cut() const noexcept
    {
        const sockaddr none{AF_UNSPEC, {}};
        return ::connect(m_descriptor, &none, sizeof none) == 0;
    }

private:
    [[nodiscard]] std::optional<quint16> peerPort() const noexcept
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

    int m_descriptor;
};

struct CloseFolder {
    void operator()(DIR *folder) const noexcept { ::closedir(folder); }
};

/// take(socket, connection) for each there is. No iterator of the standard library: those throw.
template<typename Take>
void forEachConnection(Take take) noexcept
{
    const std::unique_ptr<DIR, CloseFolder> reader(::opendir("/proc/self/fd"));
    while (const dirent *entry = reader ? ::readdir(reader.get()) : nullptr) {
        char *end = nullptr;
        const long descriptor = std::strtol(entry->d_name, &end, 10);
        if (end == entry->d_name)
            continue; // "." and ".."
        const Socket socket(static_cast<int>(descriptor));
        if (const std::optional<Connection> connection = socket.connection())
            take(socket, *connection);
    }
}

} // namespace

std::vector<Connection> openConnections() noexcept
{
    std::vector<Connection> all;
    forEachConnection(
        [&all](const Socket &, const Connection &connection) { all.push_back(connection); });
    return all;
}

int cutConnections(const std::vector<quint64> &numbers) noexcept
{
    int cut = 0;
    forEachConnection([&](const Socket &socket, const Connection &connection) {
        if (std::ranges::count(numbers, connection.number) > 0 && socket.cut())
            ++cut;
    });
    return cut;
}
#else
std::vector<Connection> openConnections() noexcept
{
    return {};
}

int cutConnections(const std::vector<quint64> & /*unused*/) noexcept
{
    return 0;
}
#endif

} // namespace lapwing::engine
