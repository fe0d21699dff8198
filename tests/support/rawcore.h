// SPDX-License-Identifier: MIT
#pragma once

#include "support/rawserver.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QSet>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <map>

namespace lapwing::test {

class RawConnection;

/// What is known of the server as a whole. It lives on the server's thread; what the test's thread
/// asks for is behind the mutex.
class RawCore : public QTcpServer {
    Q_OBJECT

public:
    explicit RawCore(const RawServerOptions &options);

    // On the server's thread.
    void open();
    void shutDown();
    [[nodiscard]] Script answer(const Request &request);
    void began(const Request &request);
    void ended();
    void closed(RawConnection *connection);
    [[nodiscard]] double slowness() const;
    [[nodiscard]] bool mayBeSlow() const { return m_options.slowdown > 0; }
    [[nodiscard]] bool isLimited() const { return m_options.bytesPerSecond > 0; }
    void queueForBytes(RawConnection *connection);

    // On any thread.
    void addRoute(const QByteArray &path, const RawServer::Handler &handler);
    void openGate(const QByteArray &gate);
    [[nodiscard]] bool isOpen(const QByteArray &gate) const;
    struct Counts {
        int connections = 0;
        int openConnections = 0;
        int requests = 0;
        int inFlight = 0;
        int peakConcurrency = 0;
    };
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] std::vector<Request> log() const;
    [[nodiscard]] bool usesTls() const { return m_options.certificate.has_value(); }

Q_SIGNALS:
    void inFlightRose(int inFlight);
    void somethingChanged(); ///< a gate opened, or the number in flight rose

protected:
    void incomingConnection(qintptr handle) override;

private:
    [[nodiscard]] RawServer::Handler handlerFor(const QByteArray &path) const;
    void shareBytes();

    const RawServerOptions m_options;
    QSslConfiguration m_tls;

    mutable QMutex m_mutex;
    Counts m_counts;
    std::vector<Request> m_log;
    std::map<QByteArray, RawServer::Handler> m_routes;
    QSet<QByteArray> m_gates;

    std::vector<RawConnection *> m_hungry; // those with bytes to send, next in turn first
    QTimer m_share{this};
    QElapsedTimer m_sinceShare;
    double m_tokens = 0;
};

} // namespace lapwing::test
