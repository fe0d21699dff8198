// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "engine/origin.h"
#include "engine/share.h"
#include "engine/watchdog.h"
#include "plan/plan.h"
#include "record/taskrecord.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>

#include <memory>
#include <vector>

namespace lapwing::engine {

/// How one run talks to servers: its managers, what every request carries, its clock and its patience.
///
/// Qt 6.4 opens six connections per host and manager and silently queues the rest, and one broken
/// connection fails everything it has queued (qhttpnetworkconnectionchannel.cpp;
/// measured: 15 requests, one reset, nine that were never sent failed). So each hop leases the first
/// manager with fewer than six in flight to its origin, and Qt never queues. A transport lives for one
/// run: a new one starts with no connection open.
class Transport {
public:
    static constexpr int perManager =
        6; ///< defaultHttpChannelCount in qhttpnetworkconnection.cpp, Qt 6.4

    explicit Transport(std::shared_ptr<async::Clock> clock, plan::Patience patience = {},
                       int atOnce = plan::defaultAtOnce,
                       const QList<QSslCertificate> &trusted = {});
    ~Transport(); ///< after every lease is back
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    /// One request in flight on one manager; gives its place back when it ends.
    class Lease {
    public:
        Lease(Transport *transport, const Origin &origin);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        [[nodiscard]] QNetworkAccessManager *manager() const;

    private:
        Transport *m_transport;
        Origin m_origin;
        std::size_t m_manager;
    };

    /// A fresh request with nothing of an earlier one: identity encoding, no cookies, no redirects
    /// followed, HTTP/1.1, no credentials but `authorization` (the value of that header, or empty).
    [[nodiscard]] QNetworkRequest request(const QUrl &url, const QByteArray &authorization) const;

    [[nodiscard]] record::Stamp now() const
    {
        return m_clock->now() - m_origin;
    } ///< since the transport was made
    [[nodiscard]] const plan::Patience &patience() const { return m_patience; }
    [[nodiscard]] Watchdog *watchdog() { return &m_watchdog; }

    [[nodiscard]] Share share() const { return m_share; }
    void setAtOnce(int atOnce)
    {
        m_share = shareOf(atOnce);
    } ///< requests in flight take note with their next read

    [[nodiscard]] std::size_t managers() const { return m_members.size(); }

private:
    struct Member {
        std::unique_ptr<QNetworkAccessManager> manager;
        QHash<Origin, int> inFlight;
    };
    [[nodiscard]] std::size_t firstWithRoom(const Origin &origin);

    std::shared_ptr<async::Clock> m_clock;
    record::Stamp m_origin;
    plan::Patience m_patience;
    Share m_share;
    QSslConfiguration m_tls;
    Watchdog m_watchdog;
    std::vector<Member> m_members;
};

} // namespace lapwing::engine
