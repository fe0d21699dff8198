// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// A run waits for a server no longer than this; one that asks for more is left alone.
inline constexpr std::chrono::seconds maxRetryAfter = std::chrono::minutes(10);
/// What is longer is told as this.
inline constexpr std::chrono::seconds farthestRetryAfter = std::chrono::days(36'525);

/// How long the value of a Retry-After field asks to wait, from `now` on (RFC 9110 section 10.2.3):
/// a number of seconds, or a date of HTTP, rounded up to the second. 0 to farthestRetryAfter; absent for
/// what is neither, negative, or in the past.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(QByteArrayView value,
                                                             const QDateTime &now);

} // namespace lapwing::engine
