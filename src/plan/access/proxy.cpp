// SPDX-License-Identifier: MIT
#include "plan/access/proxy.h"

#include "plan/origin.h"

#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qsizetype maxSocksLength = 255; ///< bytes; RFC 1929 section 2

quint16 usualPort(Proxy::Kind kind)
{
    return kind == Proxy::Kind::Http ? 3128 : 1080;
}

QString hostOf(const QUrl &url)
{
    return hostFrom(url.host(QUrl::FullyEncoded));
}

/// Why `url` is no proxy; absent: it is one.
std::optional<ProxyFault> whyNone(const QUrl &url)
{
    const QString &scheme = url.scheme();
    if (scheme != u"http" && scheme != u"socks5" && scheme != u"socks5h")
        return ProxyFault::Scheme;
    if (!url.isValid() || hostOf(url).isEmpty() || url.port() == 0)
        return ProxyFault::HostOrPort;
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return ProxyFault::PathOrQuery;
    return std::nullopt;
}

} // namespace

tl::expected<Proxy, ProxyFault> proxyFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(u"://") ? trimmed : u"http://"_s + trimmed);
    if (const auto why = whyNone(url))
        return tl::unexpected(*why);
    Proxy proxy;
    proxy.kind = url.scheme() == u"http" ? Proxy::Kind::Http : Proxy::Kind::Socks5;
    proxy.host = hostOf(url);
    proxy.port = static_cast<quint16>(url.port(usualPort(proxy.kind)));
    proxy.user = url.userName(QUrl::FullyDecoded);
    proxy.password = url.password(QUrl::FullyDecoded);
    if (proxy.kind == Proxy::Kind::Socks5
        && std::max(proxy.user.toUtf8().size(), proxy.password.toUtf8().size()) > maxSocksLength)
        return tl::unexpected(ProxyFault::LoginTooLong);
    return proxy;
}

QString displayText(const Proxy &proxy)
{
    const bool isHttp = proxy.kind == Proxy::Kind::Http;
    return serverText(isHttp ? u"http"_s : u"socks5"_s, proxy.host, proxy.port);
}

} // namespace lapwing::plan
