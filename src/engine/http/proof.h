// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/validator.h"
#include "record/failure.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <tl/expected.hpp>

namespace lapwing::engine {

/// The head of a response, as Qt gives it: equal names joined with ", ".
struct ResponseHead {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// The value of a header, whatever the case of its name; absent when it was not sent.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    [[nodiscard]] bool hasStatus() const;      ///< of three digits (RFC 9110 section 15)
    [[nodiscard]] bool isRedirect() const;     ///< 301, 302, 303, 307, 308
    [[nodiscard]] Validator validator() const; ///< strong; empty without one
};

enum class Proof {
    Proven,     ///< as many bytes as were promised
    Unverified, ///< no length was promised: it ended, and that is all one knows
};

/// What is asked for besides the whole of it.
struct RequestedRange {
    qint64 from = 0;        ///< the first byte that is asked for; 0: all of it
    qint64 total = 0;       ///< of the file that is there, or of which a part is
    Validator validator;    ///< of that file: for If-Range or, with `ifChanged`, for a condition
    bool ifChanged = false; ///< only if it is another one than what is there, or newer
    bool isFromAnother =
        false;           ///< the part came from another server: its validator does not count here
    QStringList names{}; ///< what the file is called, by the link and by where it led
};

/// What the head of a response says to what was asked.
enum class ResponseKind {
    Whole,         ///< all of it, from the first byte
    Partial,       ///< exactly the range that was asked for, of the same version
    NotModified,   ///< what is there is what one would get
    RangeMismatch, ///< a range, but not that one, or of another version: ask for all of it, once
};

/// The answer, or why the body of this response must not be taken for the file, before a byte of it is.
/// Only a 2xx, of 206 one that was asked for (RFC 9110 section 15.3.7) or that brings all of it, with headers,
/// no content coding but the file's own (engine/http/coding.h), no transfer coding but chunked, and a length that
/// is one plain number (section 8.6) can become a file.
[[nodiscard]] tl::expected<ResponseKind, record::Failure> classifyResponse(
    const RequestedRange &asked, const ResponseHead &head);

/// What was promised of this response: absent without a length, or with one that Transfer-Encoding overrides.
/// A 206 that brings all of the file promises that by its range.
[[nodiscard]] std::optional<qint64> promisedLength(const ResponseHead &head);

/// What `bytes` received after such a head, ended without an error, are worth.
/// QNetworkReply says NoError on 7 of 14 kinds of loss (measured, Qt 6.4.2; what decides it is the same in
/// 6.8), so that proves nothing. Above all it takes a chunk size that is no number for the last chunk
/// (QHttpNetworkReplyPrivate::getChunkSize): a chunked body without a byte is refused, for nothing tells an
/// empty one from a broken one.
[[nodiscard]] tl::expected<Proof, record::Failure> judge(const ResponseHead &head, qint64 bytes);

} // namespace lapwing::engine
