// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// A header that the user adds to the requests to one origin. Its value may be a secret: never shown.
struct Header {
    QByteArray name;  ///< a token (RFC 9110 section 5.6.2), in the case that it was given
    QByteArray value; ///< UTF-8; not empty, no CR, LF, NUL or other control character but the tab

    friend bool operator==(const Header &, const Header &) = default;
};

enum class HeaderFault {
    NotNameAndValue, ///< no ":", or a name that is no token
    Reserved,        ///< the engine sets it
    Control,         ///< a line break or another control character in the value
    NoValue,
};

/// Why a header is refused, without its value; text/accesserror.h has the sentences.
struct HeaderError {
    HeaderFault fault = HeaderFault::NotNameAndValue;
    QString name{}; ///< empty for NotNameAndValue: it may be a part of a secret

    friend bool operator==(const HeaderError &, const HeaderError &) = default;
};

/// "Name: value" read. Refused is what would break out of its line (QNetworkRequest of Qt 6.4.2 sends
/// a CR LF inside a value as it is: measured; that of 6.8 sends no such field), and the fields by which Lapwing itself asks for ranges, codings
/// and connections, where another value would make a wrong file.
[[nodiscard]] tl::expected<Header, HeaderError> headerFrom(const QString &text);

} // namespace lapwing::plan
