// SPDX-License-Identifier: MIT
#include "engine/redirect.h"

#include "plan/disclosure.h"
#include "plan/links.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace lapwing::engine {
namespace {

using record::Cause;

/// RFC 1918, RFC 6598 and "this host"; Qt 6.4 knows loopback, link-local and the kinds of IPv6 by itself.
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
    const QString scheme = next.scheme();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    if (next.isValid() && !scheme.isEmpty() && !isWeb)
        return scheme + QLatin1Char(':');
    if (from.scheme() == QLatin1String("https") && scheme == QLatin1String("http"))
        return QStringLiteral("https to http");
    if (isLocal(next) && !isLocal(from))
        return QStringLiteral("a public server to %1").arg(next.host());
    return {};
}

} // namespace

tl::expected<QUrl, record::Failure> redirectTarget(const QUrl &from, const ResponseHead &head,
                                                   const std::vector<record::Hop> &hops)
{
    const QByteArray location = head.value("Location").value_or(QByteArray());
    if (location.isEmpty())
        return tl::unexpected(make(Cause::BadRedirect, QStringLiteral("no Location"), head.status));
    QUrl next = from.resolved(QUrl::fromEncoded(location));
    if (const QString danger = dangerOf(from, next); !danger.isEmpty())
        return tl::unexpected(make(Cause::UnsafeRedirect, danger));
    const auto link = plan::linkFrom(next.toString(QUrl::FullyEncoded));
    if (!link)
        return tl::unexpected(
            make(Cause::BadRedirect, plan::shownText(QString::fromLatin1(location))));
    next = link->adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    const bool seen = next == from
        || std::ranges::any_of(hops, [&next](const record::Hop &hop) { return hop.url == next; });
    if (seen)
        return tl::unexpected(make(Cause::TooManyRedirects, QStringLiteral("in a circle")));
    if (hops.size() >= mostRedirects)
        return tl::unexpected(make(Cause::TooManyRedirects, QString::number(hops.size() + 1)));
    return next;
}

} // namespace lapwing::engine
