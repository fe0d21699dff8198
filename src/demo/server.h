// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace lapwing::demo {

/// The embedded HTTP/1.1 server: loopback only, TCP_NODELAY, keep-alive, one coroutine for each connection.
/// A path says what is served, so that the demo, the tests and the benchmarks share one server:
///     /wait-500/meal-5000/size-1048576/A.bin
/// waits 500 ms before the header, then spreads 1,048,576 bytes evenly over 5,000 ms. Parts may be
/// left out (no wait, at once, 1 KiB). Anything else is 404.
class Server {
public:
    Server();
    ~Server(); ///< stops and joins

    /// Port 0: any free one. False: the port is taken; errorString() says so.
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] QString errorString() const;
    [[nodiscard]] QUrl address() const; ///< http://127.0.0.1:PORT

    [[nodiscard]] int requests() const;     ///< answered or being answered
    [[nodiscard]] int mostAtOnce() const;   ///< the highest number of requests in progress
    [[nodiscard]] int connections() const;  ///< accepted

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A delivery of the study note: who ordered, and how long the meal takes.
struct Delivery {
    QString name;
    std::chrono::milliseconds meal;
};

/// A 5 s, B 3 s, C 4 s, each times `scale`.
[[nodiscard]] std::vector<Delivery> deliveries(double scale = 1.0);

/// The link of a delivery on a server at `address`.
[[nodiscard]] QUrl linkOf(const Delivery &delivery, const QUrl &address);

} // namespace lapwing::demo
