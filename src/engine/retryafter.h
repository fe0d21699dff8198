// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// A server is not obeyed any longer than this, whatever it asks for.
inline constexpr std::chrono::seconds longestRetryAfter = std::chrono::minutes(10);

/// How long the value of a Retry-After field asks to wait, from `now` on (RFC 9110 section 10.2.3):
/// a number of seconds, or a date of HTTP, rounded up to the second. 0 to longestRetryAfter; absent for
/// what is neither, negative, or in the past.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(QByteArrayView value,
                                                             const QDateTime &now);

} // namespace lapwing::engine
