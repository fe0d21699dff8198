// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lapwing::test {

/// A port of 127.0.0.1 at which nothing answers: its queue is full, and nobody accepts, so that the system
/// drops every SYN. After refuse() it refuses instead.
class SilentPort {
public:
    SilentPort()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto *const where = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_listener, where, size) != 0 || ::listen(m_listener, 0) != 0
            || ::getsockname(m_listener, where, &size) != 0)
            return;
        m_port = ntohs(address.sin_port);
        for (int &filler : m_fillers) {
            filler = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            ::connect(filler, where, size);
        }
    }
    ~SilentPort()
    {
        refuse();
        for (const int filler : m_fillers)
            ::close(filler);
    }
    SilentPort(const SilentPort &) = delete;
    SilentPort &operator=(const SilentPort &) = delete;

    [[nodiscard]] QUrl url(const QByteArray &target) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)
                    + QString::fromLatin1(target));
    }
    void refuse()
    {
        if (m_listener >= 0)
            ::close(m_listener);
        m_listener = -1;
    }

private:
    int m_listener = -1;
    quint16 m_port = 0;
    std::array<int, 4> m_fillers{-1, -1, -1, -1};
};

} // namespace lapwing::test
