// SPDX-License-Identifier: MIT
#pragma once

#include <QtNumeric>

#include <limits>

namespace lapwing::record {

/// "More than can be counted": what a sum of lengths comes to that strangers promised. It is shown as "more
/// than" (text::asBytes).
inline constexpr qint64 saturated = std::numeric_limits<qint64>::max();

/// Bytes, neither below 0; `saturated` where the sum is larger.
[[nodiscard]] inline qint64 saturatedSum(qint64 one, qint64 other)
{
    qint64 sum = 0;
    return qAddOverflow(one, other, &sum) ? saturated : sum;
}

/// Bytes, `times` over, neither below 0; `saturated` where that is more.
[[nodiscard]] inline qint64 saturatedProduct(qint64 bytes, qint64 times)
{
    qint64 product = 0;
    return qMulOverflow(bytes, times, &product) ? saturated : product;
}

} // namespace lapwing::record
