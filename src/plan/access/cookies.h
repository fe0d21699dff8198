// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace lapwing::plan {

/// A cookie of a browser. Its value is a secret: never shown.
struct Cookie {
    QString domain;                   ///< in the form of hostFrom(), no leading dot
    bool subdomains = false;          ///< also for every host below `domain`
    QString path;                     ///< begins with "/"
    bool secure = false;              ///< over https alone
    std::optional<QDateTime> expires; ///< absent: at the end of a session
    QByteArray name;                  ///< not empty, no "=", and as `value`
    QByteArray value; ///< fit for a request as it stands: no control character, no ";"

    friend bool operator==(const Cookie &, const Cookie &) = default;
};

/// Which of the fields of a line is wrong; text/accesserror.h has the sentences.
enum class CookieFault {
    FieldCount,
    Host,
    NotTrueOrFalse, ///< the second or the fourth
    Path,
    Expiry,
    NameOrValue, ///< holds what a request cannot carry
};

/// A line that is no cookie; its text is not kept: it may be a secret.
struct CookieError {
    int line = 0; ///< from 1
    CookieFault fault = CookieFault::FieldCount;

    friend bool operator==(const CookieError &, const CookieError &) = default;
};

struct Cookies {
    std::vector<Cookie> cookies;
    std::vector<CookieError> errors;
};

/// The file format of Netscape, as browsers' add-ons and curl write it: seven fields with tabs between
/// (domain, TRUE or FALSE for sub-domains, path, TRUE or FALSE for https alone, expiry in seconds since
/// 1970 with 0 or nothing for none, name, value; where there is no value its tab may be missing).
/// "#HttpOnly_" before a domain is no comment.
[[nodiscard]] Cookies cookiesFrom(const QByteArray &bytes);

/// The value of the Cookie field for a request to `url` (RFC 6265 section 5.4: domain, path, secure,
/// expiry; longer paths first); empty: none belongs there. A domain without sub-domains, and an IP
/// address, match exactly. Nothing is sent to a sub-domain of a domain without a dot.
[[nodiscard]] QByteArray cookieFieldFor(const std::vector<Cookie> &cookies, const QUrl &url,
                                        const QDateTime &now);

} // namespace lapwing::plan
