// SPDX-License-Identifier: MIT
#pragma once

#include "support/certificate.h"
#include "support/script.h"

#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lapwing::test {

class RawCore;

/// One request as it came in.
struct Request {
    QByteArray head; ///< from the request line to the empty line
    QByteArray method;
    QByteArray target;  ///< as on the request line, with the query
    int connection = 0; ///< 1, 2, ... in the order in which they were accepted

    [[nodiscard]] QByteArray path() const; ///< the target without its query
    [[nodiscard]] QByteArray header(
        const QByteArray &name) const; ///< trimmed; null when it is not there
};

struct RawServerOptions {
    bool keepAlive = true;     ///< false: every script is closed when it is over, and says so
    qint64 bytesPerSecond = 0; ///< shared fairly by all connections; 0: no limit
    /// Every wait of a script lasts 1 + slowdown * (other requests in flight) times as long.
    double slowdown = 0;
    std::optional<Certificate> certificate = std::nullopt; ///< given: TLS
};

/// An HTTP/1.1 server that does what a script says and nothing else, on a thread of its own, at a free
/// port of 127.0.0.1. Every member may be called from the test's thread at any time:
///
///     RawServer server;
///     server.route("/a", ok("hello").after(500ms));
///     server.route("/cut", {withLength(100, "abc").reset(), ok(filler(100))}); // first, then ever after
///     server.route("/many/*", okFilled(10240).afterGather(24));
///     QTRY_COMPARE(server.inFlight(), 24);
///
/// A path that nobody named is 404. The longest matching "/prefix/*" counts after an exact path.
class RawServer {
public:
    using Handler = std::function<Script(const Request &)>; ///< called on the server's thread

    RawServer();
    explicit RawServer(const RawServerOptions &options);
    ~RawServer(); ///< cuts every connection

    RawServer(const RawServer &) = delete;
    RawServer &operator=(const RawServer &) = delete;

    [[nodiscard]] quint16 port() const;
    /// http or https, 127.0.0.1, this port.
    [[nodiscard]] QUrl url(const QByteArray &target = "/") const;

    void route(const QByteArray &path, const Script &script);
    /// The first request gets the first script, and so on; the last script stays.
    void route(const QByteArray &path, const std::vector<Script> &scripts);
    void route(const QByteArray &path, const Handler &handler);

    /// Opens a gate for those who hold there and for all who will.
    void release(const QByteArray &gate = {});

    [[nodiscard]] int connections() const;     ///< accepted so far
    [[nodiscard]] int openConnections() const; ///< open now
    [[nodiscard]] int requests() const;        ///< received so far
    [[nodiscard]] int inFlight() const;        ///< received, and neither answered in full nor cut
    [[nodiscard]] int peakConcurrency() const;
    [[nodiscard]] std::vector<Request> log() const; ///< every request, in the order received

private:
    QThread m_thread;
    std::unique_ptr<RawCore> m_core; // lives on m_thread
};

/// A port of 127.0.0.1 at which nobody listens.
[[nodiscard]] quint16 refusingPort();

} // namespace lapwing::test
