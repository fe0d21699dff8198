// SPDX-License-Identifier: MIT
#include "plan/access/cookies.h"

#include "plan/http/plainnumber.h"
#include "plan/origin.h"

#include <QHostAddress>

#include <algorithm>
#include <tl/expected.hpp>

namespace lapwing::plan {
namespace {

constexpr qint64 endOf9999 = 253'402'300'799; ///< seconds; later than that is never

/// TRUE or FALSE; absent for anything else.
std::optional<bool> truth(const QByteArray &text)
{
    if (text.compare("TRUE", Qt::CaseInsensitive) == 0)
        return true;
    return text.compare("FALSE", Qt::CaseInsensitive) == 0 ? std::optional(false) : std::nullopt;
}

/// Seconds since 1970, 0 for none; absent for what is neither.
std::optional<qint64> expiry(const QByteArray &text)
{
    return text.isEmpty() ? std::optional<qint64>(0) : plainNumber(text);
}

bool isFit(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '\x7F' || c == ';';
    });
}

QString domainOf(QByteArray field)
{
    if (field.startsWith('.'))
        field.remove(0, 1);
    return hostFrom(QString::fromUtf8(field));
}

tl::expected<Cookie, CookieFault> cookieFrom(const QByteArray &line)
{
    QList<QByteArray> fields = line.split('\t');
    if (fields.size() == 6)
        fields << QByteArray();
    if (fields.size() != 7)
        return tl::unexpected(CookieFault::FieldCount);
    const std::optional<bool> subdomains = truth(fields.at(1));
    const std::optional<bool> secure = truth(fields.at(3));
    const std::optional<qint64> expires = expiry(fields.at(4));
    const QString domain = domainOf(fields.at(0));
    if (domain.isEmpty())
        return tl::unexpected(CookieFault::Host);
    if (!subdomains || !secure)
        return tl::unexpected(CookieFault::NotTrueOrFalse);
    if (!fields.at(2).startsWith('/'))
        return tl::unexpected(CookieFault::Path);
    if (!expires)
        return tl::unexpected(CookieFault::Expiry);
    const QByteArray &name = fields.at(5);
    if (name.isEmpty() || name.contains('=') || !isFit(name) || !isFit(fields.at(6)))
        return tl::unexpected(CookieFault::NameOrValue);
    Cookie cookie{domain, *subdomains, QString::fromUtf8(fields.at(2)), *secure, {},
                  name,   fields.at(6)};
    if (*expires > 0)
        cookie.expires = QDateTime::fromSecsSinceEpoch(std::min(*expires, endOf9999)).toUTC();
    return cookie;
}

bool isOfDomain(const QString &host, const Cookie &cookie)
{
    if (host == cookie.domain)
        return true;
    return cookie.subdomains && cookie.domain.contains(u'.') && host.endsWith(u'.' + cookie.domain)
        && QHostAddress(host).isNull();
}

/// RFC 6265 section 5.1.4.
bool isBelow(const QString &path, const QString &cookiePath)
{
    return path.startsWith(cookiePath)
        && (path.size() == cookiePath.size() || cookiePath.endsWith(u'/')
            || path.at(cookiePath.size()) == u'/');
}

} // namespace

Cookies cookiesFrom(const QByteArray &bytes)
{
    static const QByteArray httpOnly = "#HttpOnly_";
    Cookies result;
    int number = 0;
    for (QByteArray line : bytes.split('\n')) {
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith(httpOnly))
            line.remove(0, httpOnly.size());
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        if (auto cookie = cookieFrom(line))
            result.cookies.push_back(std::move(*cookie));
        else
            result.errors.push_back({number, cookie.error()});
    }
    return result;
}

QByteArray cookieFieldFor(const std::vector<Cookie> &cookies, const QUrl &url, const QDateTime &now)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const QString encoded = url.path(QUrl::FullyEncoded);
    const QString path = encoded.isEmpty() ? QStringLiteral("/") : encoded;
    const bool isSecure = url.scheme() == u"https";
    std::vector<const Cookie *> sent;
    for (const Cookie &cookie : cookies) {
        const bool isAlive = !cookie.expires || *cookie.expires > now;
        if (isAlive && (isSecure || !cookie.secure) && isOfDomain(host, cookie)
            && isBelow(path, cookie.path))
            sent.push_back(&cookie);
    }
    std::ranges::stable_sort(sent, std::ranges::greater(),
                             [](const Cookie *cookie) { return cookie->path.size(); });
    QByteArrayList pairs;
    for (const Cookie *cookie : sent)
        pairs << cookie->name + '=' + cookie->value;
    return pairs.join("; ");
}

} // namespace lapwing::plan
