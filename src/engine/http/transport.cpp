// SPDX-License-Identifier: MIT
#include "engine/http/transport.h"

#include "engine/http/requesttarget.h"
#include "engine/system/dismissal.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

namespace lapwing::engine {
namespace {

/// Never the system's: a run goes the way that its plan says.
QNetworkProxy networkProxy(const plan::Proxy *proxy)
{
    if (proxy == nullptr)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isSocks = proxy->kind == plan::Proxy::Kind::Socks5;
    const QString host = QUrl::fromPercentEncoding(proxy->host.toUtf8()); // a zone's sign
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, host,
                         proxy->port, proxy->user, proxy->password);
}

/// No proxy either, but not in the word by which Qt knows it: only of what says NoProxy does it open the
/// sockets unbuffered. The application's proxy, which this one stands for, is none.
class BufferedNoProxyFactory final : public QNetworkProxyFactory {
public:
    BufferedNoProxyFactory() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery & /*unused*/) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

std::vector<quint64> numbersOf(const std::vector<LastSent> &unanswered,
                               const std::vector<Connection> &open)
{
    std::vector<quint64> numbers;
    for (const Connection &connection : open) {
        if (std::ranges::any_of(unanswered,
                                [&](const LastSent &sent) { return fits(connection, sent); }))
            numbers.push_back(connection.number);
    }
    return numbers;
}

} // namespace

/// A manager, and whom it serves.
struct Transport::ManagerSlot {
    std::unique_ptr<QNetworkAccessManager> manager;
    const plan::Proxy *proxy; ///< by which it asks; null: directly
    Origin origin;            ///< of all that is in flight; else the last one
    int inFlight = 0;
    bool isBuffered = false;
    bool isExclusive = false;           ///< by one that wants to be alone
    bool isRetired = false;             ///< goes when nothing is in flight on it
    std::vector<LastSent> unanswered{}; ///< what spoiled it
    [[nodiscard]] bool isPoisoned() const { return !unanswered.empty(); }
    [[nodiscard]] bool isLeaving() const { return isRetired || isPoisoned(); }
};

Transport::Transport(std::shared_ptr<async::Clock> clock, TransportSettings terms)
    : m_clock(std::move(clock))
    , m_origin(m_clock->now())
    , m_terms(std::move(terms))
    , m_share(bufferSizesFor(m_terms.concurrentTasks))
    , m_watchdog(m_clock.get())
    , m_cookies(m_terms.access.cookies, m_terms.access.takesCookies)
{
}

Transport::~Transport()
{
    Q_ASSERT(
        std::ranges::all_of(m_slots, [](const auto &member) { return member->inFlight == 0; }));
    dismissAll([](const ManagerSlot &member) { return member.isPoisoned(); });
}

Transport::Lease::Lease(Transport *transport, const Origin &origin, bool alone)
    : m_transport(transport), m_slot(transport->slotFor(origin, alone))
{
    ++m_slot->inFlight;
    m_slot->isExclusive = alone;
}

Transport::Lease::~Lease()
{
    --m_slot->inFlight;
    m_slot->isExclusive = false;
    if (m_slot->isLeaving() && m_slot->inFlight == 0)
        QTimer::singleShot(0, &m_transport->m_soon,
                           [transport = m_transport] { transport->dismissLeaving(); });
}

bool Transport::Lease::isShared() const
{
    return m_slot->inFlight > 1 || m_slot->isPoisoned();
}

QNetworkAccessManager *Transport::Lease::manager() const
{
    return m_slot->manager.get();
}

void Transport::Lease::noteAnswer()
{
    m_transport->noteHeard(m_slot->origin);
}

void Transport::Lease::poison(const QUrl &url, record::Stamp sent)
{
    m_slot->unanswered.push_back(m_transport->lastSent(url, sent));
}

void Transport::Lease::retire()
{
    m_slot->isRetired = true;
}

LastSent Transport::lastSent(const QUrl &url, record::Stamp sent) const
{
    const int own = url.port(url.scheme() == u"https" ? 443 : 80);
    const plan::Proxy *proxy = proxyFor(url);
    return {proxy ? proxy->port : static_cast<quint16>(own),
            std::chrono::steady_clock::now() - (now() - sent), m_begun};
}

/// Not before what was in flight is deleted: a reply is a child of its manager, and may be inside its own signal.
void Transport::dismissLeaving()
{
    dismissAll([](const ManagerSlot &member) {
        return member.isLeaving() && member.inFlight == 0
            && member.manager->findChild<QNetworkReply *>() == nullptr;
    });
}

/// Their connections are looked for here, once for all of them, while nobody else's can be met: from here on
/// they are known by their sockets.
void Transport::dismissAll(bool (*goes)(const ManagerSlot &))
{
    std::optional<std::vector<Connection>> open;
    std::erase_if(m_slots, [&](const std::unique_ptr<ManagerSlot> &member) {
        if (!goes(*member))
            return false;
        if (!member->isPoisoned())
            return true;
        if (!open)
            open = openConnections();
        dismiss(std::move(member->manager), numbersOf(member->unanswered, *open));
        return true;
    });
}

/// The first that serves this origin and has room; else one that rests, of all that do rather the one that
/// served it last, whose connections may still be open; else a new one.
Transport::ManagerSlot *Transport::slotFor(const Origin &origin, bool alone)
{
    const bool isBuffered = wantsBuffers(origin);
    const plan::Proxy *proxy = proxyFor(QUrl(origin.text));
    ManagerSlot *best = nullptr;
    for (const std::unique_ptr<ManagerSlot> &member : m_slots) {
        const bool isHome = member->origin == origin;
        const bool mayShare = isHome && !alone && !member->isExclusive;
        const int most = mayShare ? perManager - 1 : 0;
        const bool isItsKind = member->isBuffered == isBuffered && member->proxy == proxy;
        if (member->isLeaving() || !isItsKind || member->inFlight > most)
            continue;
        if (isHome && member->inFlight > 0)
            return member.get();
        if (best == nullptr || (isHome && best->origin != origin))
            best = member.get();
    }
    if (best == nullptr) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        if (isBuffered)
            manager->setProxyFactory(new BufferedNoProxyFactory); // the manager's from here on
        else
            manager->setProxy(networkProxy(proxy));
        m_slots.push_back(
            std::make_unique<ManagerSlot>(ManagerSlot{std::move(manager), proxy, origin}));
        m_slots.back()->isBuffered = isBuffered;
        best = m_slots.back().get();
    }
    best->origin = origin;
    return best;
}

/// Through a proxy and over TLS, Qt's sockets have buffers anyway.
bool Transport::wantsBuffers(const Origin &origin) const
{
    return origin.text.startsWith(QStringLiteral("http:"))
        && proxyFor(QUrl(origin.text)) == nullptr;
}

bool Transport::looksUp(const QUrl &url) const
{
    return proxyFor(url) == nullptr && QHostAddress(url.host()).isNull();
}

QNetworkRequest Transport::request(const QUrl &url, const std::vector<plan::Header> &fields) const
{
    QNetworkRequest request(urlToSend(url));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Manual also keeps Qt from answering the proxy; it never gets an answer for a server.
    if (const plan::Proxy *proxy = proxyFor(url); proxy == nullptr || proxy->user.isEmpty())
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                             QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding",
                         "identity"); // else Qt asks for gzip and cannot tell a cut one
    request.setRawHeader("User-Agent", "Lapwing/" LAPWING_VERSION);
    for (const plan::Header &field : fields)
        request.setRawHeader(field.name, field.value);
    if (url.scheme() == QStringLiteral("https")) { // for nothing else: see tlsFor
        if (!m_tls)
            m_tls = tlsFor(m_terms);
        request.setSslConfiguration(*m_tls);
    }
    return request;
}

} // namespace lapwing::engine
