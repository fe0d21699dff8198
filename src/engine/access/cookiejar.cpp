// SPDX-License-Identifier: MIT
#include "engine/access/cookiejar.h"

#include "plan/access/setcookie.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

constexpr qsizetype maxLength = 4096; ///< bytes of a field
constexpr int maxPerAnswer = 50;

bool isSame(const plan::Cookie &one, const plan::Cookie &other)
{
    return one.name == other.name && one.domain == other.domain && one.path == other.path;
}

} // namespace

void CookieJar::take(const ResponseHead &head, const QUrl &url, const QDateTime &now)
{
    const std::optional<QByteArray> fields = m_takes ? head.value("Set-Cookie") : std::nullopt;
    if (!fields)
        return;
    int taken = 0;
    for (const QByteArray &field : fields->split('\n')) { // Qt joins these so, and not with commas
        auto cookie = field.size() <= maxLength ? plan::cookieSetBy(field, url, now) : std::nullopt;
        if (cookie && ++taken <= maxPerAnswer)
            put(std::move(*cookie), url, now);
    }
}

/// One that is changed keeps its place (section 5.3, 11). Of a secure one, only a secure server changes
/// anything (RFC 6265bis section 5.7).
void CookieJar::put(plan::Cookie cookie, const QUrl &url, const QDateTime &now)
{
    const auto found = std::ranges::find_if(
        m_cookies, [&cookie](const plan::Cookie &one) { return isSame(one, cookie); });
    const bool isThere = found != m_cookies.end();
    const bool isOver = cookie.expires && *cookie.expires <= now;
    if (isThere && found->secure && url.scheme() != QLatin1String("https"))
        return;
    if (isThere && isOver)
        remove(static_cast<std::size_t>(found - m_cookies.begin()));
    else if (isThere)
        *found = std::move(cookie);
    else if (!isOver) {
        makeRoomFor(cookie.domain);
        m_cookies.push_back(std::move(cookie));
    }
}

void CookieJar::remove(std::size_t place)
{
    m_cookies.erase(m_cookies.begin() + static_cast<std::ptrdiff_t>(place));
    if (place < m_given)
        --m_given;
}

void CookieJar::makeRoomFor(const QString &domain)
{
    const auto isOfDomain = [&domain](const plan::Cookie &one) { return one.domain == domain; };
    const auto set = m_cookies.begin() + static_cast<std::ptrdiff_t>(m_given);
    if (std::count_if(set, m_cookies.end(), isOfDomain) >= std::ptrdiff_t(maxPerDomain))
        m_cookies.erase(std::find_if(set, m_cookies.end(), isOfDomain));
    else if (m_cookies.size() - m_given >= maxCookies)
        m_cookies.erase(set);
}

} // namespace lapwing::engine
