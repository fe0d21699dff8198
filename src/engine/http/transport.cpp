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
#include <span>

namespace lapwing::engine {
namespace {

constexpr std::size_t maxRestingListed = 8;

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

const plan::Proxy *pointerTo(const std::optional<plan::Proxy> &proxy)
{
    return proxy ? &*proxy : nullptr;
}

/// Through a proxy and over TLS, Qt's sockets have buffers anyway.
bool wantsBuffers(const Origin &origin, const plan::Proxy *proxy)
{
    return origin.text.startsWith(QStringLiteral("http:")) && proxy == nullptr;
}

/// Two of them are never one; a secret.
QString keyOf(const plan::Proxy &proxy)
{
    return QStringList{plan::displayText(proxy), proxy.user, proxy.password}.join(u'\n');
}

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
    std::optional<plan::Proxy> proxy; ///< by which it asks; absent: directly
    Origin origin;                    ///< of all that is in flight; else the last one
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
    , m_memory{CookieJar(m_terms.access.cookies, m_terms.access.takesCookies)}
{
}

Transport::~Transport()
{
    Q_ASSERT(
        std::ranges::all_of(m_slots, [](const auto &member) { return member->inFlight == 0; }));
    dismissAll([](const ManagerSlot &member) { return member.isPoisoned(); });
}

Transport::Lease::Lease(Transport *transport, const Origin &origin, const plan::Proxy *proxy,
                        bool alone)
    : m_transport(transport), m_slot(transport->slotFor(origin, proxy, alone))
{
    ++m_slot->inFlight;
    m_slot->isExclusive = alone;
}

Transport::Lease::~Lease()
{
    --m_slot->inFlight;
    m_slot->isExclusive = false;
    if (m_slot->isLeaving() && m_slot->inFlight == 0)
        m_transport->dismissSoon();
}

bool Transport::Lease::isShared() const
{
    return m_slot->inFlight > 1 || m_slot->isPoisoned();
}

QNetworkAccessManager *Transport::Lease::manager() const
{
    return m_slot->manager.get();
}

const plan::Proxy *Transport::Lease::proxy() const
{
    return pointerTo(m_slot->proxy);
}

/// What a proxy says tells nothing of the server.
void Transport::Lease::noteAnswer()
{
    if (!m_slot->proxy)
        m_transport->noteHeard(m_slot->origin);
}

LastSent Transport::Lease::lastSent(const QUrl &url, record::Stamp sent) const
{
    const int own = url.port(url.scheme() == u"https" ? 443 : 80);
    return {m_slot->proxy ? m_slot->proxy->port : static_cast<quint16>(own),
            std::chrono::steady_clock::now() - (m_transport->now() - sent), m_transport->m_begun};
}

void Transport::Lease::poison(const QUrl &url, record::Stamp sent)
{
    m_slot->unanswered.push_back(lastSent(url, sent));
}

void Transport::Lease::retire()
{
    m_slot->isRetired = true;
}

Transport::Memory *Transport::memoryOf(const plan::Proxy *proxy)
{
    if (proxy == nullptr || !proxy->isListed)
        return &m_memory;
    Memory empty{CookieJar({}, m_terms.access.takesCookies)};
    return &m_apart.try_emplace(keyOf(*proxy), std::move(empty)).first->second;
}

void Transport::dismissSoon()
{
    QTimer::singleShot(0, &m_soon, [this] { dismissLeaving(); });
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
Transport::ManagerSlot *Transport::slotFor(const Origin &origin, const plan::Proxy *proxy,
                                           bool alone)
{
    const bool isBuffered = wantsBuffers(origin, proxy);
    const std::optional<plan::Proxy> way = proxy ? std::optional(*proxy) : std::nullopt;
    ManagerSlot *best = nullptr;
    for (const std::unique_ptr<ManagerSlot> &member : m_slots) {
        const bool isHome = member->origin == origin;
        const bool mayShare = isHome && !alone && !member->isExclusive;
        const int maxInFlight = mayShare ? perManager - 1 : 0;
        const bool isItsKind = member->isBuffered == isBuffered && member->proxy == way;
        if (member->isLeaving() || !isItsKind || member->inFlight > maxInFlight)
            continue;
        if (isHome && member->inFlight > 0)
            return member.get();
        if (best == nullptr || (isHome && best->origin != origin))
            best = member.get();
    }
    if (best == nullptr)
        best = newSlot(origin, proxy);
    best->origin = origin;
    return best;
}

Transport::ManagerSlot *Transport::newSlot(const Origin &origin, const plan::Proxy *proxy)
{
    retireListed();
    auto slot = std::make_unique<ManagerSlot>();
    slot->manager = std::make_unique<QNetworkAccessManager>();
    slot->isBuffered = wantsBuffers(origin, proxy);
    if (slot->isBuffered)
        slot->manager->setProxyFactory(new BufferedNoProxyFactory); // the manager's from here on
    else
        slot->manager->setProxy(networkProxy(proxy));
    if (proxy != nullptr)
        slot->proxy = *proxy;
    m_slots.push_back(std::move(slot));
    return m_slots.back().get();
}

/// A list may name a proxy for each of its files, and each manager has a thread: of those that rest, the oldest go.
void Transport::retireListed()
{
    std::vector<ManagerSlot *> resting;
    for (const std::unique_ptr<ManagerSlot> &member : m_slots) {
        if (member->proxy && member->proxy->isListed && member->inFlight == 0
            && !member->isLeaving())
            resting.push_back(member.get());
    }
    const std::size_t tooMany = resting.size() - std::min(resting.size(), maxRestingListed);
    for (ManagerSlot *slot : std::span(resting).first(tooMany))
        slot->isRetired = true;
    if (tooMany > 0)
        dismissSoon();
}

bool Transport::looksUp(const QUrl &url, const plan::Proxy *proxy)
{
    return proxy == nullptr && QHostAddress(url.host()).isNull();
}

QNetworkRequest Transport::request(const QUrl &url, const plan::Proxy *proxy,
                                   const std::vector<plan::Header> &fields) const
{
    QNetworkRequest request(urlToSend(url));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Manual also keeps Qt from answering the proxy; it never gets an answer for a server.
    if (proxy == nullptr || proxy->user.isEmpty())
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
