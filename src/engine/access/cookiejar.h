// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/proof.h"
#include "plan/access/cookies.h"

namespace lapwing::engine {

/// The cookies of one run, in memory alone: those that it was given, and those that servers set while it
/// lasts (RFC 6265).
class CookieJar {
public:
    static constexpr std::size_t maxPerDomain = 50; ///< set by servers; section 6.1
    static constexpr std::size_t maxCookies = 3000; ///< the same; then the oldest go

    /// `takes`: servers may set some.
    CookieJar(std::vector<plan::Cookie> given, bool takes)
        : m_cookies(std::move(given)), m_given(m_cookies.size()), m_takes(takes)
    {
    }

    /// What the answer to `url` sets, changes and takes back.
    void take(const ResponseHead &head, const QUrl &url, const QDateTime &now);

    /// The value of the Cookie field for a request to `url`; empty: none belongs there.
    [[nodiscard]] QByteArray fieldFor(const QUrl &url, const QDateTime &now) const
    {
        return plan::cookieFieldFor(m_cookies, url, now);
    }

private:
    void put(plan::Cookie cookie, const QUrl &url, const QDateTime &now);
    void remove(std::size_t place);
    void makeRoomFor(const QString &domain);

    std::vector<plan::Cookie>
        m_cookies; ///< the given ones, then those set by servers, oldest first
    std::size_t m_given;
    bool m_takes;
};

} // namespace lapwing::engine
