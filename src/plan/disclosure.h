// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace lapwing::plan {

/// How much of a URL may be seen. User information never is.
enum class Disclosure {
    Redacted, ///< the values of the query string are hidden; its names stay
    Full,     ///< asked for with --full-urls
};

/// `url` as it may be shown or written: fully encoded, without user information and
/// fragment; redacted, `?a=1&b=2` becomes `?a=redacted&b=redacted`, and a query without names `?redacted`.
[[nodiscard]] QString shown(const QUrl &url, Disclosure disclosure = Disclosure::Redacted);

/// Free text (a reject, a server's message) with the user information and query values of every
/// link inside it hidden, and its fragment; the rest is as it was written.
[[nodiscard]] QString shownText(const QString &text, Disclosure disclosure = Disclosure::Redacted);

} // namespace lapwing::plan
