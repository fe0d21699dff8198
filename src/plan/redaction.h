// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace lapwing::plan {

/// How much of a URL may be seen. User information never is.
enum class Redaction {
    Redacted, ///< the values of the query string are hidden; its names stay
    Full,     ///< asked for with --full-urls
};

/// `url` as it may be shown or written: fully encoded, without user information and
/// fragment; redacted, `?a=1&b=2` becomes `?a=redacted&b=redacted`, and a query without names `?redacted`.
[[nodiscard]] QString displayUrl(const QUrl &url, Redaction redaction = Redaction::Redacted);

/// Free text (a reject, a server's message) with the user information and query values of every
/// link inside it hidden, and its fragment; the rest is as it was written.
[[nodiscard]] QString redactText(const QString &text, Redaction redaction = Redaction::Redacted);

} // namespace lapwing::plan
