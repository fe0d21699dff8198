// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "engine/access/authcache.h"
#include "engine/access/cookiejar.h"
#include "engine/http/buffersizes.h"
#include "engine/http/transportsettings.h"
#include "engine/http/watchdog.h"
#include "engine/system/connections.h"
#include "plan/origin.h"
#include "record/taskrecord.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace lapwing::engine {

using plan::Origin;

/// How one run talks to servers: its managers, what every request carries, its clock and its terms,
/// the cookies that it was
/// given, and how servers want to be told who asks.
///
/// Qt (6.4 and 6.8) opens six connections per host and manager and silently queues the rest, and one broken
/// connection fails everything it has queued (qhttpnetworkconnectionchannel.cpp;
/// measured: 15 requests, one reset, nine that were never sent failed). So each hop leases a manager with
/// fewer than six in flight to its origin, and Qt never queues. Nor do two servers share a manager at one
/// moment: all of its requests live on one thread, which a server that sends a head without an end holds
/// for as long as it likes; nor two proxies, ever. A transport lives for one run: a new one starts with no connection open.
///
/// Without TLS or a proxy, Qt opens its sockets unbuffered. Such a socket finds the end of a connection while
/// it reads, and then tells nobody: a chunked body that is cut in the line of a chunk's size, or before the
/// last one is complete, ends as if it were whole, or never (measured, Qt 6.4.2: 25 of 25 cuts after "5 CR",
/// none with buffers). And it reads a header by system calls of one byte (qhttpnetworkreply.cpp; 5,000 files
/// of 10 KiB: 249 reads for each instead of 4, and 1.97 s of processor instead of 1.16). So every server gets
/// buffers, though one large file takes them badly (1 GiB: 0.44 s more), and a head without an end fills
/// memory at 68 MB a second with them instead of at one, which the Watchdog bounds.
class Transport {
    struct ManagerSlot;

public:
    static constexpr int perManager =
        6; ///< fixed in 6.4 (qhttpnetworkconnection.cpp), the default of QHttp1Configuration since

    explicit Transport(std::shared_ptr<async::Clock> clock, TransportSettings terms = {});
    ~Transport(); ///< after every lease is back
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    /// One request in flight on one manager; gives its place back when it ends.
    class Lease {
    public:
        /// `proxy`: null: directly. `alone`: no other request gets that manager meanwhile.
        Lease(Transport *transport, const Origin &origin, const plan::Proxy *proxy,
              bool alone = false);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        [[nodiscard]] QNetworkAccessManager *manager() const;
        [[nodiscard]] const plan::Proxy *proxy() const; ///< null: directly
        [[nodiscard]] bool isShared() const; ///< others are, or were, in flight on the same manager
        /// How the connection of a request that was sent then is known from outside.
        [[nodiscard]] LastSent lastSent(const QUrl &url, record::Stamp sent) const;
        /// The server sent a head that has an end.
        void noteAnswer();
        /// Its thread may never come back from this request, which was sent then: nobody else gets this
        /// manager. Once nothing is in flight on it, it goes (engine/system/dismissal.h).
        void poison(const QUrl &url, record::Stamp sent);
        /// Its connection did not come about. A socket that is closed while it connects goes on doing so
        /// (QAbstractSocket::disconnectFromHost), and Qt has the next request wait for it: nobody else gets
        /// this manager.
        void retire();

    private:
        Transport *m_transport;
        ManagerSlot *m_slot;
    };

    /// A fresh request with nothing of an earlier one: identity encoding, no cookies, no redirects
    /// followed, HTTP/1.1, no credentials and nothing else but `fields`.
    [[nodiscard]] QNetworkRequest request(const QUrl &url, const plan::Proxy *proxy,
                                          const std::vector<plan::Header> &fields) const;

    [[nodiscard]] record::Stamp now() const
    {
        return m_clock->now() - m_origin;
    } ///< since the transport was made
    [[nodiscard]] async::Clock *clock() const { return m_clock.get(); }
    [[nodiscard]] const TransportSettings &terms() const { return m_terms; }
    [[nodiscard]] Watchdog *watchdog() { return &m_watchdog; }

    /// What servers said by one way, and what they were given: see memoryOf.
    struct Memory {
        CookieJar cookies;
        AuthCache auth{};
    };
    /// Through a proxy that a list alone names comes and goes nothing that belongs to the others: it begins
    /// without cookies, and keeps to itself those that are set there, and how servers want to be told who asks.
    [[nodiscard]] Memory *memoryOf(const plan::Proxy *proxy);

    [[nodiscard]] BufferSizes share() const { return m_share; }
    void setSharers(int concurrentTasks)
    {
        m_share = bufferSizesFor(concurrentTasks);
    } ///< requests in flight take note with their next read

    /// Whether the host of `url` is a name that we look up; behind a proxy, the proxy does.
    [[nodiscard]] static bool looksUp(const QUrl &url, const plan::Proxy *proxy);

    /// Whether HTTP is spoken at `origin` is not known: nothing came from it that Qt could read, and nobody
    /// has listened to what is said there.
    [[nodiscard]] bool isUnheard(const Origin &origin) const
    {
        return !m_heard.contains(origin.text);
    }
    void noteHeard(const Origin &origin) { m_heard.insert(origin.text); }

    [[nodiscard]] std::size_t managers() const { return m_slots.size(); }

private:
    [[nodiscard]] ManagerSlot *slotFor(const Origin &origin, const plan::Proxy *proxy, bool alone);
    [[nodiscard]] ManagerSlot *newSlot(const Origin &origin, const plan::Proxy *proxy);
    void retireListed();
    void dismissSoon();
    void dismissLeaving();
    void dismissAll(bool (*goes)(const ManagerSlot &));

    std::shared_ptr<async::Clock> m_clock;
    record::Stamp m_origin;
    Moment m_begun = std::chrono::steady_clock::now();
    TransportSettings m_terms;
    mutable std::optional<QSslConfiguration> m_tls; ///< from the first https request on: see tlsFor
    BufferSizes m_share;
    Watchdog m_watchdog;
    Memory m_memory;
    std::map<QString, Memory> m_apart; ///< by the proxies that a list names
    std::vector<std::unique_ptr<ManagerSlot>> m_slots;
    std::set<QString> m_heard; ///< origins of which is known what is spoken there
    QObject m_soon;            ///< what is put off to the next turn of the loop ends with it
};

} // namespace lapwing::engine
