// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <tl/expected.hpp>

namespace lapwing::engine {

/// The head of a response, as Qt gives it: equal names joined with ", ".
struct ResponseHead {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// The value of a header, whatever the case of its name; absent when it was not sent.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    [[nodiscard]] bool isRedirect() const; ///< 301, 302, 303, 307, 308
};

enum class Proof {
    Proven,     ///< as many bytes as were promised
    Unverified, ///< no length was promised: it ended, and that is all one knows
};

/// Why the body of this response must not be taken for the file, before a byte of it is.
/// Only a 200 with headers, no content coding, no transfer coding but chunked, and a length that is one
/// plain number (RFC 9110 section 8.6) can become a file.
[[nodiscard]] std::optional<record::Failure> refusal(const ResponseHead &head);

/// What was promised: absent without a length, or with one that Transfer-Encoding overrides.
[[nodiscard]] std::optional<qint64> promisedLength(const ResponseHead &head);

/// What `bytes` received after a head that was not refused, ended without an error, are worth.
/// QNetworkReply says NoError on 7 of 14 kinds of loss (measured, Qt 6.4.2), so that proves nothing.
[[nodiscard]] tl::expected<Proof, record::Failure> judge(const ResponseHead &head, qint64 bytes);

} // namespace lapwing::engine
