// SPDX-License-Identifier: MIT
#include "engine/http/redirect.h"

#include "plan/redaction.h"
#include "plan/urlparser.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace lapwing::engine {
namespace {

using record::Cause;

/// RFC 1918, RFC 6598 and "this host"; Qt knows loopback, link-local and the kinds of IPv6 by itself (from
/// 6.6 on some of these too, as isPrivateUse).
constexpr std::array privateNetworks{"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12",
                                     "192.168.0.0/16"};

bool isLocal(const QUrl &url)
{
    const QString host = url.host();
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    const QHostAddress address(host);
    const auto holds = [&address](const char *network) {
        return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
    };
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast()
        || address == QHostAddress(QHostAddress::AnyIPv6)
        || std::ranges::any_of(privateNetworks, holds);
}

/// Empty: it is safe to follow.
QString dangerOf(const QUrl &from, const QUrl &next)
{
    if (from.scheme() == QLatin1String("https") && next.scheme() == QLatin1String("http"))
        return QStringLiteral("https to http");
    if (isLocal(next) && !isLocal(from))
        return QStringLiteral("a public server to %1").arg(next.host());
    return {};
}

record::Failure notFollowed(plan::UrlFault fault, const QByteArray &location)
{
    if (fault == plan::UrlFault::Scheme)
        return make(Cause::UnsafeRedirect,
                    QString::fromLatin1(plan::schemeOf(location.trimmed())) + QLatin1Char(':'));
    return make(Cause::BadRedirect, plan::redactText(QString::fromLatin1(location)));
}

} // namespace

tl::expected<QUrl, record::Failure> redirectTarget(const QUrl &from, const ResponseHead &head,
                                                   const std::vector<record::Hop> &hops)
{
    const QByteArray location = head.value("Location").value_or(QByteArray());
    if (location.isEmpty())
        return tl::unexpected(make(Cause::BadRedirect, QStringLiteral("no Location"), head.status));
    const auto url = plan::parseUrl(location, from);
    if (!url)
        return tl::unexpected(notFollowed(url.error(), location));
    const QUrl next = url->adjusted(QUrl::RemoveUserInfo);
    if (const QString danger = dangerOf(from, next); !danger.isEmpty())
        return tl::unexpected(make(Cause::UnsafeRedirect, danger));
    if (hops.size() >= maxRedirects)
        return tl::unexpected(make(Cause::TooManyRedirects, QString::number(hops.size() + 1)));
    return next;
}

} // namespace lapwing::engine
