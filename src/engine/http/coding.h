// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace lapwing::engine {

/// Whether the value of a Content-Encoding names no coding: empty, "identity" (RFC 9110 section 12.5.3), or
/// what servers write instead of leaving it out ("none", "binary", "utf-8").
[[nodiscard]] bool isUncoded(const QByteArray &value);

/// Whether it names the coding that a file called like one of `names` has by nature: gzip for "x.tar.gz". Many
/// servers say that of a file that they send as it lies on their disk; with its coding off it would be
/// another file than its name and its checksum say.
[[nodiscard]] bool isOwnCoding(const QByteArray &value, const QStringList &names);

} // namespace lapwing::engine
