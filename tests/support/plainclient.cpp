// SPDX-License-Identifier: MIT
#include "support/plainclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace lapwing::test {

PlainClient::PlainClient(quint16 port) : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("PlainClient: no connection to port %d", int(port));
}

PlainClient::~PlainClient()
{
    close(m_socket);
}

void PlainClient::send(const QByteArray &bytes)
{
    if (::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL)
        != bytes.size())
        qFatal("PlainClient: could not send");
}

Received PlainClient::receiveAll()
{
    Received received;
    std::array<char, 65536> block;
    while (true) {
        const ssize_t count = recv(m_socket, block.data(), block.size(), 0);
        if (count < 0)
            received.error = errno;
        if (count <= 0)
            return received;
        received.bytes.append(block.data(), count);
    }
}

} // namespace lapwing::test
