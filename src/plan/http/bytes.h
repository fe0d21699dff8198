// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

// What the readers of links and of headers have in common.
namespace lapwing::plan {

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether two hexadecimal digits follow the byte at `at`: with a % there, an escape (RFC 3986 section 2.1).
[[nodiscard]] bool isEscape(QByteArrayView text, qsizetype at);

/// Takes off `rest` what is before the first of `ends`.
[[nodiscard]] QByteArrayView takeUntil(QByteArrayView &rest, QByteArrayView ends);

} // namespace lapwing::plan
