// SPDX-License-Identifier: MIT
#include "engine/transport.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

#include <algorithm>

namespace lapwing::engine {

Transport::Transport(std::shared_ptr<async::Clock> clock, plan::Patience patience, int atOnce,
                     const QList<QSslCertificate> &trusted)
    : m_clock(std::move(clock))
    , m_origin(m_clock->now())
    , m_patience(patience)
    , m_share(shareOf(atOnce))
    , m_tls(QSslConfiguration::defaultConfiguration())
    , m_watchdog(m_clock.get())
{
    if (!trusted.isEmpty())
        m_tls.addCaCertificates(trusted);
}

Transport::~Transport()
{
    Q_ASSERT(std::all_of(m_members.begin(), m_members.end(),
                         [](const Member &member) { return member.inFlight.isEmpty(); }));
}

Transport::Lease::Lease(Transport *transport, const Origin &origin)
    : m_transport(transport), m_origin(origin), m_manager(transport->firstWithRoom(origin))
{
    ++m_transport->m_members[m_manager].inFlight[m_origin];
}

Transport::Lease::~Lease()
{
    const auto count = m_transport->m_members[m_manager].inFlight.find(m_origin);
    if (--count.value() == 0)
        m_transport->m_members[m_manager].inFlight.erase(count);
}

QNetworkAccessManager *Transport::Lease::manager() const
{
    return m_transport->m_members[m_manager].manager.get();
}

std::size_t Transport::firstWithRoom(const Origin &origin)
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [&origin](const Member &member) {
            return member.inFlight.value(origin) < perManager;
        });
    if (found != m_members.end())
        return static_cast<std::size_t>(found - m_members.begin());
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(QNetworkProxy::NoProxy);
    m_members.push_back({std::move(manager), {}});
    return m_members.size() - 1;
}

QNetworkRequest Transport::request(const QUrl &url, const QByteArray &authorization) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding",
                         "identity"); // else Qt asks for gzip and cannot tell a cut one
    request.setRawHeader("User-Agent", "Lapwing/" LAPWING_VERSION);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    request.setSslConfiguration(m_tls);
    return request;
}

} // namespace lapwing::engine
