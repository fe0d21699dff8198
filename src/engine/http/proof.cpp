// SPDX-License-Identifier: MIT
#include "engine/http/proof.h"

#include "engine/http/coding.h"
#include "engine/http/contentrange.h"
#include "plan/http/plainnumber.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;

/// A plain decimal number, or several equal ones in a list (RFC 9110 section 8.6); absent when it is
/// anything else: negative, garbage, different ones, over 2^63 - 1.
std::optional<qint64> plainLength(const QByteArray &value)
{
    std::optional<qint64> length;
    for (const QByteArray &part : value.split(',')) {
        const std::optional<qint64> number = plan::plainNumber(part.trimmed());
        if (!number || (length && *length != *number))
            return std::nullopt;
        length = number;
    }
    return length;
}

std::optional<qint64> contentLength(const ResponseHead &head)
{
    const auto length = head.value("Content-Length");
    return length ? plainLength(*length) : std::nullopt;
}

/// The length of a file of which a 206 brings every byte (RFC 9110 section 14.4).
std::optional<qint64> lengthOfWholeRange(const ResponseHead &head)
{
    if (head.status != 206)
        return std::nullopt;
    const auto range = contentRange(head.value("Content-Range").value_or(QByteArray()));
    const bool isWhole = range && range->first == 0 && range->last && range->total
        && *range->last + 1 == *range->total;
    return isWhole ? range->total : std::nullopt;
}

bool hasNul(const ResponseHead &head)
{
    return std::ranges::any_of(head.headers, [](const auto &field) {
        return field.first.contains('\0') || field.second.contains('\0');
    });
}

tl::unexpected<record::Failure> malformed(const QString &detail)
{
    return tl::unexpected(make(Cause::MalformedResponse, detail));
}

} // namespace

std::optional<QByteArray> ResponseHead::value(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

bool ResponseHead::hasStatus() const
{
    return 100 <= status && status <= 999;
}

bool ResponseHead::isRedirect() const
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Validator ResponseHead::validator() const
{
    return strongValidator(value("ETag").value_or(QByteArray()),
                           value("Last-Modified").value_or(QByteArray()),
                           value("Date").value_or(QByteArray()));
}

namespace {

/// The same field, not the same strength: a 206 need not send the date that makes Last-Modified strong,
/// nor Last-Modified at all (RFC 9110 section 15.3.7), but an entity tag it must.
bool isSameVersion(const Validator &validator, const ResponseHead &head)
{
    if (!validator.etag.isEmpty())
        return head.value("ETag") == validator.etag;
    const QByteArray modified = head.value("Last-Modified").value_or(validator.lastModified);
    return modified == validator.lastModified && !head.value("ETag");
}

/// A server that takes no conditions sends all of it again: what its head says is enough.
bool isUnchanged(const RequestedRange &asked, const ResponseHead &head)
{
    return asked.ifChanged && head.status == 200 && !asked.validator.isEmpty()
        && head.validator() == asked.validator && promisedLength(head) == asked.total;
}

/// A length that is none is refused later, with its own reason.
bool hasLengthOf(qint64 rest, const ResponseHead &head)
{
    return promisedLength(head).value_or(rest) == rest;
}

ResponseKind answerOfRange(const RequestedRange &asked, const ResponseHead &head)
{
    const auto range = contentRange(head.value("Content-Range").value_or(QByteArray()));
    const bool exact = range && range->first == asked.from && range->last == asked.total - 1
        && range->total == asked.total;
    const bool fits = exact && hasLengthOf(asked.total - asked.from, head);
    const bool isSame =
        asked.isFromAnother || (!asked.validator.isEmpty() && isSameVersion(asked.validator, head));
    return fits && isSame ? ResponseKind::Partial : ResponseKind::RangeMismatch;
}

/// A 206 that is no answer to a range.
tl::expected<ResponseKind, record::Failure> answerOfUnaskedRange(const ResponseHead &head)
{
    const std::optional<qint64> whole = lengthOfWholeRange(head);
    const bool isCoded = head.value("Transfer-Encoding").has_value();
    if (whole && (isCoded || contentLength(head).value_or(*whole) == *whole))
        return ResponseKind::Whole;
    return tl::unexpected(
        make(Cause::UnexpectedRange,
             QString::fromLatin1(head.value("Content-Range").value_or(QByteArray()))));
}

/// Any status of success but 206. Those that are not by nature about a file have to bring one.
tl::expected<ResponseKind, record::Failure> answerOfSuccess(const ResponseHead &head)
{
    const bool isAboutAFile = head.status == 200 || head.status == 203;
    const bool isBare = head.status == 204 || head.status == 205;
    if (isBare || (!isAboutAFile && promisedLength(head) == 0))
        return tl::unexpected(make(Cause::NoContent, QStringLiteral("HTTP %1").arg(head.status)));
    return ResponseKind::Whole;
}

/// The answer by the status alone.
tl::expected<ResponseKind, record::Failure> answerByStatus(const RequestedRange &asked,
                                                           const ResponseHead &head)
{
    const bool askedForRest = asked.from > 0;
    if (head.status < 100 || head.status > 599)
        return malformed(QStringLiteral("status %1").arg(head.status));
    if (head.status < 200) // the real one came after it, and Qt before 6.8 threw that away
        return malformed(QStringLiteral("HTTP %1 came first, and Qt %2 read no further")
                             .arg(QString::number(head.status), QString::fromLatin1(qVersion())));
    if (asked.ifChanged && (head.status == 304 || isUnchanged(asked, head)))
        return ResponseKind::NotModified;
    if (head.status == 206)
        return askedForRest ? answerOfRange(asked, head) : answerOfUnaskedRange(head);
    if (head.status < 300)
        return answerOfSuccess(head);
    if (head.status == 304)
        return tl::unexpected(make(Cause::NoContent, QStringLiteral("HTTP 304")));
    if (head.status == 416 && askedForRest)
        return ResponseKind::RangeMismatch;
    return tl::unexpected(make(Cause::HttpStatus, {}, head.status));
}

/// What the head says of the body's form; absent: it can be a file's.
std::optional<record::Failure> faultOfForm(const RequestedRange &asked, const ResponseHead &head)
{
    if (const auto coding = head.value("Content-Encoding");
        coding && !isUncoded(*coding) && !isOwnCoding(*coding, asked.names))
        return make(Cause::EncodedBody, QString::fromLatin1(*coding));
    const auto length = head.value("Content-Length");
    if (const auto coding = head.value("Transfer-Encoding")) {
        if (coding->trimmed().compare("chunked", Qt::CaseInsensitive) != 0)
            return make(Cause::MalformedResponse,
                        QStringLiteral("Transfer-Encoding: ") + QString::fromLatin1(*coding));
        if (contentLength(head) == 0) // Qt reads no chunk then, and says NoError
            return make(Cause::MalformedResponse,
                        QStringLiteral("Content-Length: 0 beside Transfer-Encoding: chunked"));
        return std::nullopt; // Content-Length does not count (RFC 9112 section 6.3)
    }
    if (length && !plainLength(*length))
        return make(Cause::MalformedResponse,
                    QStringLiteral("Content-Length: ") + QString::fromLatin1(*length));
    return std::nullopt;
}

} // namespace

tl::expected<ResponseKind, record::Failure> classifyResponse(const RequestedRange &asked,
                                                             const ResponseHead &head)
{
    const tl::expected<ResponseKind, record::Failure> answer = answerByStatus(asked, head);
    if (!answer || *answer == ResponseKind::NotModified || *answer == ResponseKind::RangeMismatch)
        return answer;
    // Over Qt's limits, or one malformed line: Qt drops them all in silence, and then nothing tells that
    // from an answer that has none.
    if (head.headers.isEmpty())
        return malformed(QStringLiteral("no header could be read, or there is none"));
    if (hasNul(head))
        return malformed(QStringLiteral("a NUL in a header"));
    if (std::optional<record::Failure> fault = faultOfForm(asked, head))
        return tl::unexpected(std::move(*fault));
    return answer;
}

std::optional<qint64> promisedLength(const ResponseHead &head)
{
    if (const auto whole = lengthOfWholeRange(head))
        return whole;
    return head.value("Transfer-Encoding") ? std::nullopt : contentLength(head);
}

tl::expected<Proof, record::Failure> judge(const ResponseHead &head, qint64 bytes)
{
    const std::optional<qint64> promised = promisedLength(head);
    if (promised && bytes != *promised)
        return tl::unexpected(make(Cause::LengthMismatch,
                                   QStringLiteral("%1 of %2 bytes").arg(bytes).arg(*promised)));
    if (promised)
        return Proof::Proven;
    if (bytes == 0 && head.value("Transfer-Encoding"))
        return malformed(QStringLiteral("not a byte came before what Qt took for the last chunk"));
    if (bytes == 0 && head.status != 200)
        return tl::unexpected(make(Cause::NoContent, QStringLiteral("HTTP %1").arg(head.status)));
    return Proof::Unverified;
}

} // namespace lapwing::engine
