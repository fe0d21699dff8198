// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace lapwing::plan {

/// A date of HTTP in any of its three forms (RFC 9110 section 5.6.7), in UTC; absent for anything else,
/// and for a date that does not exist or falls on another day of the week than it says.
/// The year of the second form has two digits: it is the latest one that is not over 50 years after `now`.
/// A leap second is the second after it.
[[nodiscard]] std::optional<QDateTime> httpDate(
    QByteArrayView value, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// In the first of those forms, the only one that is sent; without parts of a second.
[[nodiscard]] QByteArray httpDateOf(const QDateTime &moment);

} // namespace lapwing::plan
