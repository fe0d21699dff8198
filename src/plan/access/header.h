// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// A field that a person adds to the requests to one origin. Its value may be a secret: never shown.
struct Header {
    QByteArray name;  ///< a token (RFC 9110 section 5.6.2), in the case that it was given
    QByteArray value; ///< UTF-8; not empty, no CR, LF, NUL or other control character but the tab

    friend bool operator==(const Header &, const Header &) = default;
};

/// "Name: value" read. Refused is what would break out of its line (QNetworkRequest of Qt 6.4.2 sends
/// a CR LF inside a value as it is: measured; that of 6.8 sends no such field), and the fields by which Lapwing itself asks for ranges, codings
/// and connections, where another value would make a wrong file. The error is a sentence that says why,
/// without the value.
[[nodiscard]] tl::expected<Header, QString> headerFrom(const QString &text);

} // namespace lapwing::plan
