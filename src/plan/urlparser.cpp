// SPDX-License-Identifier: MIT
#include "plan/urlparser.h"

#include "plan/http/bytes.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace lapwing::plan {
namespace {

/// The percent-encode sets of the standard (section 1.3), beyond control characters, blanks and what is no ASCII.
constexpr const char *querySet = "\"#<>'";
constexpr const char *pathSet = "\"#<>?^`{}";
constexpr const char *userInfoSet = "\"#<>?^`{}/:;=@[\\]|";

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

void appendEncoded(QByteArray &to, QByteArrayView text, const char *set)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text.at(at);
        const bool isPlain =
            isLetter(c) || isDigit(c) || (c > ' ' && c < 0x7F && std::strchr(set, c) == nullptr);
        if (isPlain && (c != '%' || isEscape(text, at)))
            to += c;
        else
            to += '%' + QByteArray(1, c).toHex().toUpper();
    }
}

QString encoded(QByteArrayView text, const char *set)
{
    QByteArray result;
    result.reserve(text.size());
    appendEncoded(result, text, set);
    return QString::fromLatin1(result);
}

/// Without control characters and blanks at its ends, and without what wraps a long one.
QByteArray cleaned(const QByteArray &text)
{
    const auto isKept = [](char c) { return static_cast<unsigned char>(c) > ' '; };
    const auto begin = std::find_if(text.begin(), text.end(), isKept);
    const auto end = std::find_if(text.rbegin(), std::reverse_iterator(begin), isKept).base();
    QByteArray clean(begin, end - begin);
    clean.removeIf([](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return clean;
}

qsizetype slashesBefore(QByteArrayView rest)
{
    return std::find_if_not(rest.begin(), rest.end(), isSlash) - rest.begin();
}

bool isDots(QByteArrayView segment, QByteArrayView dots)
{
    const bool mayBe = !segment.isEmpty() && segment.size() <= 6
        && (segment.front() == '.' || segment.front() == '%');
    return mayBe && segment.toByteArray().toLower().replace("%2e", ".") == dots;
}

/// `path`, which begins with a slash or is empty, without its dot segments, and encoded.
QString resolved(QByteArrayView path)
{
    QByteArray kept;
    kept.reserve(path.size() + 1);
    bool isLast = false;
    while (!isLast) {
        path = path.sliced(std::min<qsizetype>(path.size(), 1));
        const QByteArrayView segment = takeUntil(path, "/\\");
        isLast = path.isEmpty();
        const bool isUp = isDots(segment, "..");
        const bool isDot = isUp || isDots(segment, ".");
        if (isUp)
            kept.truncate(std::max<qsizetype>(kept.lastIndexOf('/'), 0));
        if (!isDot || isLast)
            kept += '/';
        if (!isDot)
            appendEncoded(kept, segment, pathSet);
    }
    return QString::fromLatin1(kept);
}

/// The digits of a port; absent: none of 1 to 65535. Longer than any number is no other number.
std::optional<int> portFrom(QByteArrayView digits)
{
    while (digits.startsWith('0'))
        digits = digits.sliced(1);
    const bool isNumber =
        !digits.isEmpty() && digits.size() <= 5 && std::ranges::all_of(digits, isDigit);
    const int port = isNumber ? digits.toInt() : 0;
    return port >= 1 && port <= 65'535 ? std::optional(port) : std::nullopt;
}

std::optional<UrlFault> takeHostAndPort(QUrl &url, QByteArrayView text)
{
    const qsizetype bracket = text.startsWith('[') ? text.indexOf(']') : -1;
    const qsizetype colon = text.indexOf(':', std::max<qsizetype>(bracket, 0));
    const QByteArrayView host = colon < 0 ? text : text.first(colon);
    const QByteArrayView digits = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    if (host.isEmpty())
        return UrlFault::NoHost;
    url.setHost(host.isValidUtf8() ? QString::fromUtf8(host) : QString(), QUrl::TolerantMode);
    if (url.host().isEmpty())
        return UrlFault::Host;
    if (digits.isEmpty())
        return std::nullopt;
    const auto port = portFrom(digits);
    if (!port)
        return UrlFault::Port;
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    url.setPort(*port == usual ? -1 : *port);
    return std::nullopt;
}

/// user:password@host:port, each but the host as it may be left out.
std::optional<UrlFault> takeAuthority(QUrl &url, QByteArrayView text)
{
    const qsizetype at = text.lastIndexOf('@');
    if (at >= 0 && text.first(at).contains('@'))
        return UrlFault::UserInfo;
    QByteArrayView userInfo = text.first(std::max<qsizetype>(at, 0));
    const auto fault = takeHostAndPort(url, text.sliced(at + 1));
    const QByteArrayView user = takeUntil(userInfo, ":");
    if (!user.isEmpty())
        url.setUserName(encoded(user, userInfoSet), QUrl::TolerantMode);
    if (userInfo.size() > 1)
        url.setPassword(encoded(userInfo.sliced(1), userInfoSet), QUrl::TolerantMode);
    return fault;
}

/// The links of a list share the strings of the server before, which is theirs most often: 0.1 kB a link.
tl::expected<QUrl, UrlFault> serverFrom(const QString &scheme, QByteArrayView authority)
{
    thread_local QByteArray text;
    thread_local QUrl server;
    const QByteArray wanted = scheme.toLatin1() + ':' + authority.toByteArray();
    if (wanted == text)
        return server;
    QUrl url;
    url.setScheme(scheme);
    if (const auto fault = takeAuthority(url, authority))
        return tl::unexpected(*fault);
    text = wanted;
    server = url;
    return url;
}

/// Path and query from what stands after the authority.
void takePath(QUrl &url, QByteArrayView rest, const QByteArray &before)
{
    const QByteArrayView path = takeUntil(rest, "?");
    url.setPath(before.isEmpty() ? resolved(path) : resolved(before + path.toByteArray()),
                QUrl::TolerantMode);
    const QString query = encoded(rest, querySet); // with its "?"
    url.setQuery(query.isEmpty() ? QString() : query.sliced(1), QUrl::TolerantMode);
}

/// `rest` has no scheme, or that of `base`, and no authority of its own.
QUrl relativeTo(const QUrl &base, QByteArrayView rest)
{
    QUrl url = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    const QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    if (rest.startsWith('?'))
        takePath(url, rest, path);
    else if (!rest.isEmpty() && isSlash(rest.front()))
        takePath(url, rest, {});
    else if (!rest.isEmpty())
        takePath(url, rest, path.left(path.lastIndexOf('/')) + '/');
    return url;
}

} // namespace

QByteArray schemeOf(const QByteArray &text)
{
    const auto isOfScheme = [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    };
    const QByteArray scheme = text.left(std::max<qsizetype>(text.indexOf(':'), 0)).toLower();
    const bool isOne = !scheme.isEmpty() && isLetter(scheme.front())
        && std::all_of(scheme.begin(), scheme.end(), isOfScheme);
    return isOne ? scheme : QByteArray();
}

tl::expected<QUrl, UrlFault> parseUrl(const QByteArray &text, const QUrl &base)
{
    const QByteArray clean = cleaned(text);
    QByteArrayView rest(clean);
    rest = takeUntil(rest, "#");
    const QByteArray scheme = schemeOf(clean);
    if (scheme.isEmpty() && base.isEmpty())
        return tl::unexpected(UrlFault::Relative);
    if (!scheme.isEmpty() && scheme != "http" && scheme != "https")
        return tl::unexpected(UrlFault::Scheme);
    if (!scheme.isEmpty())
        rest = rest.sliced(scheme.size() + 1);
    const bool isOfBase = scheme.isEmpty() || base.scheme() == QLatin1String(scheme);
    const qsizetype slashes = slashesBefore(rest);
    if (isOfBase && slashes < 2)
        return relativeTo(base, rest);
    rest = rest.sliced(slashes);
    auto url = serverFrom(scheme.isEmpty() ? base.scheme() : QString::fromLatin1(scheme),
                          takeUntil(rest, "/\\?"));
    if (url)
        takePath(*url, rest, {});
    return url;
}

} // namespace lapwing::plan
