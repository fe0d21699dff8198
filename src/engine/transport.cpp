// SPDX-License-Identifier: MIT
#include "engine/transport.h"

#include "engine/connections.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <thread>

namespace lapwing::engine {
namespace {

/// Never the system's: a run goes the way that its plan says.
QNetworkProxy networkProxy(const std::optional<plan::Proxy> &proxy)
{
    if (!proxy)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isSocks = proxy->kind == plan::Proxy::Kind::Socks5;
    const QString host = QUrl::fromPercentEncoding(proxy->host.toUtf8()); // a zone's sign
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, host,
                         proxy->port, proxy->user, proxy->password);
}

/// No proxy either, but not in the word by which Qt knows it: only of what says NoProxy does it open the
/// sockets unbuffered. The application's proxy, which this one stands for, is none.
class NoProxyButBuffers final : public QNetworkProxyFactory {
public:
    NoProxyButBuffers() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery & /*unused*/) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

/// In the destructor of a manager, Qt waits 5 s for its thread, and then leaves it behind
/// (qnetworkaccessmanager.cpp); one that nobody holds ends in milliseconds.
constexpr std::chrono::seconds heldFrom{4};

/// A server may hold a manager's thread with a header without an end, and nothing that Qt offers gets
/// through to it: the connection has to go. Elsewhere, because the loop must not wait meanwhile. The one
/// thing that is not joined: neither a run nor the end of the process waits for such a server.
void deleteElsewhere(std::unique_ptr<QNetworkAccessManager> manager,
                     std::vector<LastSent> unanswered)
{
    manager->moveToThread(nullptr);
    std::thread([it = std::move(manager), unanswered = std::move(unanswered)]() mutable {
        const auto begun = std::chrono::steady_clock::now();
        it.reset();
        if (std::chrono::steady_clock::now() - begun >= heldFrom)
            cutConnections(unanswered);
    }).detach();
}

} // namespace

/// A manager, and whom it serves.
struct Transport::Member {
    std::unique_ptr<QNetworkAccessManager> manager;
    Origin origin; ///< of all that is in flight; else the last one
    int inFlight = 0;
    bool isBuffered = false;
    bool isTaken = false;               ///< by one that wants to be alone
    bool isRetired = false;             ///< goes when nothing is in flight on it
    std::vector<LastSent> unanswered{}; ///< what spoiled it
    [[nodiscard]] bool isSpoiled() const { return !unanswered.empty(); }
    [[nodiscard]] bool isLeaving() const { return isRetired || isSpoiled(); }
};

Transport::Transport(std::shared_ptr<async::Clock> clock, Terms terms)
    : m_clock(std::move(clock))
    , m_origin(m_clock->now())
    , m_terms(std::move(terms))
    , m_share(shareOf(m_terms.sharers))
    , m_tls(tlsFor(m_terms))
    , m_watchdog(m_clock.get())
{
}

Transport::~Transport()
{
    for (const std::unique_ptr<Member> &member : m_members) {
        Q_ASSERT(member->inFlight == 0);
        if (member->isSpoiled())
            deleteElsewhere(std::move(member->manager), std::move(member->unanswered));
    }
}

Transport::Lease::Lease(Transport *transport, const Origin &origin, bool alone)
    : m_transport(transport), m_member(transport->memberFor(origin, alone))
{
    ++m_member->inFlight;
    m_member->isTaken = alone;
}

Transport::Lease::~Lease()
{
    --m_member->inFlight;
    m_member->isTaken = false;
    if (m_member->isLeaving() && m_member->inFlight == 0)
        QTimer::singleShot(0, &m_transport->m_soon,
                           [transport = m_transport] { transport->dismissLeaving(); });
}

bool Transport::Lease::hasCompany() const
{
    return m_member->inFlight > 1 || m_member->isSpoiled();
}

QNetworkAccessManager *Transport::Lease::manager() const
{
    return m_member->manager.get();
}

void Transport::Lease::noteAnswer()
{
    m_transport->noteHeard(m_member->origin);
}

void Transport::Lease::spoil(record::Stamp sent)
{
    const QUrl server(m_member->origin.text);
    const auto age = m_transport->now() - sent;
    m_member->unanswered.push_back(
        {static_cast<quint16>(server.port()), std::chrono::steady_clock::now() - age});
}

void Transport::Lease::retire()
{
    m_member->isRetired = true;
}

/// Not before what was in flight is deleted: a reply is a child of its manager, and may be inside its own signal.
void Transport::dismissLeaving()
{
    std::erase_if(m_members, [](const std::unique_ptr<Member> &member) {
        const bool goes = member->isLeaving() && member->inFlight == 0
            && member->manager->findChild<QNetworkReply *>() == nullptr;
        if (goes && member->isSpoiled())
            deleteElsewhere(std::move(member->manager), std::move(member->unanswered));
        return goes;
    });
}

/// The first that serves this origin and has room; else one that rests, of all that do rather the one that
/// served it last, whose connections may still be open; else a new one.
Transport::Member *Transport::memberFor(const Origin &origin, bool alone)
{
    const bool isBuffered = wantsBuffers(origin);
    Member *best = nullptr;
    for (const std::unique_ptr<Member> &member : m_members) {
        const bool isHome = member->origin == origin;
        const bool mayShare = isHome && !alone && !member->isTaken;
        const int most = mayShare ? perManager - 1 : 0;
        if (member->isLeaving() || member->isBuffered != isBuffered || member->inFlight > most)
            continue;
        if (isHome && member->inFlight > 0)
            return member.get();
        if (best == nullptr || (isHome && best->origin != origin))
            best = member.get();
    }
    if (best == nullptr) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        if (isBuffered)
            manager->setProxyFactory(new NoProxyButBuffers); // the manager's from here on
        else
            manager->setProxy(networkProxy(m_terms.access.proxy));
        m_members.push_back(std::make_unique<Member>(Member{std::move(manager), origin}));
        m_members.back()->isBuffered = isBuffered;
        best = m_members.back().get();
    }
    best->origin = origin;
    return best;
}

/// Through a proxy and over TLS, Qt's sockets have buffers anyway.
bool Transport::wantsBuffers(const Origin &origin) const
{
    return !m_terms.access.proxy && origin.text.startsWith(QStringLiteral("http:"));
}

bool Transport::looksUp(const QUrl &url) const
{
    return !m_terms.access.proxy && QHostAddress(url.host()).isNull();
}

QNetworkRequest Transport::request(const QUrl &url, const std::vector<plan::Header> &fields) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Manual also keeps Qt from answering the proxy; nobody ever gives it an answer for a server.
    if (!m_terms.access.proxy || m_terms.access.proxy->user.isEmpty())
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                             QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding",
                         "identity"); // else Qt asks for gzip and cannot tell a cut one
    request.setRawHeader("User-Agent", "Lapwing/" LAPWING_VERSION);
    for (const plan::Header &field : fields)
        request.setRawHeader(field.name, field.value);
    request.setSslConfiguration(m_tls);
    return request;
}

} // namespace lapwing::engine
