// SPDX-License-Identifier: MIT
#include "plan/access/setcookie.h"

#include "plan/origin.h"

#include <QHostAddress>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qint64 longestAge = 400LL * 24 * 3600; ///< seconds; RFC 6265bis section 5.5

/// By name in lower case; of two with one name the last counts.
using Attributes = std::map<QByteArray, QByteArray>;

struct Parts {
    QByteArray name;
    QByteArray value;
    Attributes attributes{};
};

std::pair<QByteArray, QByteArray> nameAndValue(const QByteArray &part)
{
    const qsizetype equals = part.indexOf('=');
    if (equals < 0)
        return {part.trimmed(), {}};
    return {part.first(equals).trimmed(), part.sliced(equals + 1).trimmed()};
}

/// Section 5.2; absent without a name, or with what cannot stand in a request.
std::optional<Parts> partsOf(const QByteArray &field)
{
    const QList<QByteArray> list = field.split(';');
    const auto [name, value] = nameAndValue(list.front());
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
    };
    const bool isFit =
        std::ranges::none_of(name, isControl) && std::ranges::none_of(value, isControl);
    if (name.isEmpty() || !list.front().contains('=') || !isFit)
        return std::nullopt;
    Parts parts{name, value};
    for (const QByteArray &part : list.sliced(1)) {
        const auto [key, setting] = nameAndValue(part);
        parts.attributes[key.toLower()] = setting;
    }
    return parts;
}

QByteArray attribute(const Parts &parts, const char *name)
{
    const auto found = parts.attributes.find(name);
    return found == parts.attributes.end() ? QByteArray() : found->second;
}

/// Max-Age goes before Expires (section 5.3); one that is no number, or a date that is none, is ignored.
std::optional<QDateTime> expiryOf(const Parts &parts, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 age = attribute(parts, "max-age").toLongLong(&isNumber);
    if (isNumber)
        return age > 0 ? now.addSecs(std::min(age, longestAge)) : now;
    // Qt reads dates in as many forms as section 5.1.1 does.
    const auto dated = QNetworkCookie::parseCookies("a=b; Expires=" + attribute(parts, "expires"));
    const QDateTime date = dated.isEmpty() ? QDateTime() : dated.front().expirationDate();
    return date.isValid() ? std::optional(date.toUTC()) : std::nullopt;
}

/// Section 5.1.4: up to the last "/" of the address, without it.
QString pathOf(const Parts &parts, const QUrl &url)
{
    const QString given = QString::fromUtf8(attribute(parts, "path"));
    if (given.startsWith(u'/'))
        return given;
    const QString path = url.path(QUrl::FullyEncoded);
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash <= 0 ? u"/"_s : path.first(slash);
}

/// What Qt's jar takes is what no public suffix is.
class Suffixes final : public QNetworkCookieJar {
public:
    [[nodiscard]] bool allow(const QString &domain) const
    {
        QNetworkCookie cookie(QByteArray("a"));
        cookie.setDomain(u'.' + QUrl::fromAce(domain.toLatin1()));
        return validateCookie(cookie, QUrl(u"http://a."_s + domain));
    }
};

/// The domain that a cookie is for, and whether also for the hosts below it (section 5.3, 4 to 6); false:
/// this host may not set it.
bool setDomain(Cookie &cookie, QByteArray given, const QString &host)
{
    if (given.startsWith('.'))
        given.remove(0, 1);
    cookie.domain = host;
    if (given.isEmpty())
        return true;
    const QString domain = hostFrom(QString::fromUtf8(given));
    if (domain == host) {
        cookie.subdomains =
            domain.contains(u'.') && QHostAddress(host).isNull() && Suffixes().allow(domain);
        return true;
    }
    cookie.domain = domain;
    cookie.subdomains = true;
    return domain.contains(u'.') && host.endsWith(u'.' + domain) && QHostAddress(host).isNull()
        && Suffixes().allow(domain);
}

} // namespace

std::optional<Cookie> cookieSetBy(const QByteArray &field, const QUrl &url, const QDateTime &now)
{
    const std::optional<Parts> parts = partsOf(field);
    if (!parts)
        return std::nullopt;
    Cookie cookie;
    cookie.name = parts->name;
    cookie.value = parts->value;
    cookie.path = pathOf(*parts, url);
    cookie.secure = parts->attributes.contains("secure");
    cookie.expires = expiryOf(*parts, now);
    const bool isItsOwn =
        setDomain(cookie, attribute(*parts, "domain"), url.host(QUrl::FullyEncoded));
    const bool isSafe = !cookie.secure || url.scheme() == u"https";
    return isItsOwn && isSafe ? std::optional(cookie) : std::nullopt;
}

} // namespace lapwing::plan
