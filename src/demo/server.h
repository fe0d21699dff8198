// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <memory>

namespace lapwing::demo {

/// The embedded HTTP/1.1 server: loopback only, TCP_NODELAY, keep-alive, one coroutine for each connection.
/// A path says what is served, so that the demo, the tests and the benchmarks share one server:
///     /wait-500/meal-5000/size-1048576/A.bin
/// waits 500 ms before the header, then spreads 1,048,576 bytes evenly over 5,000 ms. Parts may be
/// left out (no wait, at once, 1 KiB). Anything else is 404.
class Server {
public:
    Server();
    ~Server(); ///< cuts every connection and joins

    /// Port 0: any free one. False: it cannot be had; errorString() says why.
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] QString errorString() const;
    [[nodiscard]] QUrl address() const; ///< http://127.0.0.1:PORT

    [[nodiscard]] int requests() const;    ///< answered or being answered
    [[nodiscard]] int maxAtOnce() const;   ///< the highest number of requests in progress
    [[nodiscard]] int connections() const; ///< accepted

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lapwing::demo
