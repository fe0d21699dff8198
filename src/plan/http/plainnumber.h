// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <optional>

namespace lapwing::plan {

/// Whether `text` is one or more of the digits 0 to 9 and nothing else: DIGIT of RFC 5234.
[[nodiscard]] bool isDigits(QByteArrayView text);

/// What these digits say; absent for anything but digits (a sign, a blank, nothing), and above 2^63 - 1.
[[nodiscard]] std::optional<qint64> plainNumber(QByteArrayView text);

} // namespace lapwing::plan
