// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace lapwing::test {

struct Received {
    QByteArray bytes;
    int error = 0; ///< errno that ended it; 0: an orderly end
};

/// A blocking TCP client without any Qt networking, so that a test sees what really came over the wire.
class PlainClient {
public:
    explicit PlainClient(quint16 port); ///< at 127.0.0.1
    ~PlainClient();

    PlainClient(const PlainClient &) = delete;
    PlainClient &operator=(const PlainClient &) = delete;

    void send(const QByteArray &bytes);
    [[nodiscard]] Received receiveAll(); ///< to the end; EAGAIN when 10 s pass without a byte

private:
    int m_socket;
};

} // namespace lapwing::test
