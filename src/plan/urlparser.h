// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QUrl>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// Why a text is no URL that can be fetched.
enum class UrlFault {
    Relative, ///< no scheme, and no base to resolve it against
    Scheme,   ///< another than http and https
    UserInfo, ///< more than one "@" before the host
    Host,     ///< one that no URL can have
    NoHost,
    Port, ///< none from 1 to 65535
};

/// `text` as the basic URL parser of the WHATWG URL standard (section 4.4) reads it for http and https, and
/// so as browsers do: what is an escape stays one, what is none is encoded once, byte by byte (text that is
/// no UTF-8 too), "\" is "/", dot segments are resolved, empty segments stay, the usual port goes. `base`,
/// where there is one, is http or https. Without the fragment; with the user information.
///
/// QUrl keeps all of it but for three ways of writing the same (RFC 3986 section 6.2.2): escapes of letters,
/// digits and "-._~" are decoded, hexadecimal digits made upper case, and "|", "^", and in a query
/// "`{}" and "\", escaped, which the standard leaves. A "%" that begins no escape is written as "%25".
[[nodiscard]] tl::expected<QUrl, UrlFault> parseUrl(const QByteArray &text, const QUrl &base = {});

/// What stands before the first ":" when it can be a scheme, in lower case; else empty.
[[nodiscard]] QByteArray schemeOf(const QByteArray &text);

} // namespace lapwing::plan
