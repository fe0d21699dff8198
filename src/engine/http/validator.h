// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <chrono>

namespace lapwing::engine {

inline constexpr qsizetype maxEntityTagLength = 1024; ///< bytes, its quotation marks included

/// So much older than the response a Last-Modified must be to be strong. RFC 9110 wants a second, if one
/// knows that the same clock made both, else enough to make clocks that differ unlikely; from outside
/// nobody knows, and a minute is what RFC 7232 called enough.
inline constexpr std::chrono::seconds surelyOlder = std::chrono::minutes(1);

/// What tells one version of a resource from every other, byte for byte (RFC 9110 section 8.8.1).
/// At most one of the two is set, exactly as the server wrote it.
struct Validator {
    QByteArray etag;         ///< strong, with its quotation marks
    QByteArray lastModified; ///< a date of HTTP, strong by section 8.8.2.2

    [[nodiscard]] bool isEmpty() const { return etag.isEmpty() && lastModified.isEmpty(); }
    /// The value of If-Range (section 13.1.5); empty when there must be none.
    [[nodiscard]] QByteArray ifRange() const { return etag.isEmpty() ? lastModified : etag; }

    friend bool operator==(const Validator &, const Validator &) = default;
};

/// Whether `text` is an entity tag by the letter of section 8.8.3, not weak, not over maxEntityTagLength,
/// and not the empty one, which tells nothing apart. What passes is fit for a request as it stands.
[[nodiscard]] bool isStrongEntityTag(QByteArrayView text);

/// The strong validator of a response with these fields, of which an empty one was not sent; empty when
/// it has none. A response with an entity tag that is weak or broken has none, however old it is:
/// section 13.1.5 forbids the date then.
[[nodiscard]] Validator strongValidator(const QByteArray &etag, const QByteArray &lastModified,
                                        const QByteArray &date);

} // namespace lapwing::engine
