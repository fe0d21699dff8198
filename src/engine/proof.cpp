// SPDX-License-Identifier: MIT
#include "engine/proof.h"

#include "engine/contentrange.h"

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
        const QByteArray digits = part.trimmed();
        const bool plain = !digits.isEmpty()
            && std::all_of(digits.begin(), digits.end(),
                           [](char c) { return c >= '0' && c <= '9'; });
        bool fits = false;
        const qint64 number = digits.toLongLong(&fits);
        if (!plain || !fits || (length && *length != number))
            return std::nullopt;
        length = number;
    }
    return length;
}

bool isIdentity(const QByteArray &coding)
{
    return coding.trimmed().isEmpty()
        || coding.trimmed().compare("identity", Qt::CaseInsensitive) == 0;
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
bool isUnchanged(const Asked &asked, const ResponseHead &head)
{
    return asked.ifChanged && head.status == 200 && !asked.validator.isEmpty()
        && head.validator() == asked.validator && promisedLength(head) == asked.total;
}

/// A length that is none is refused later, with its own reason.
bool hasLengthOf(qint64 rest, const ResponseHead &head)
{
    return promisedLength(head).value_or(rest) == rest;
}

Answer answerOfRange(const Asked &asked, const ResponseHead &head)
{
    const auto range = contentRange(head.value("Content-Range").value_or(QByteArray()));
    const bool exact = range && range->first == asked.from && range->last == asked.total - 1
        && range->total == asked.total;
    const bool fits = exact && hasLengthOf(asked.total - asked.from, head);
    const bool isSame = !asked.validator.isEmpty() && isSameVersion(asked.validator, head);
    return fits && isSame ? Answer::Rest : Answer::NotTheRest;
}

/// The answer by the status alone.
tl::expected<Answer, record::Failure> answerByStatus(const Asked &asked, const ResponseHead &head)
{
    const bool askedForRest = asked.from > 0;
    if (head.status < 100 || head.status > 599)
        return tl::unexpected(
            make(Cause::MalformedResponse, QStringLiteral("status %1").arg(head.status)));
    if (head.status < 200)
        return tl::unexpected(
            make(Cause::MalformedResponse, QStringLiteral("final status %1").arg(head.status)));
    if (asked.ifChanged && (head.status == 304 || isUnchanged(asked, head)))
        return Answer::NotModified;
    if (head.status == 204 || head.status == 205 || head.status == 304)
        return tl::unexpected(make(Cause::NoContent, {}, head.status));
    if (head.status == 206 && askedForRest)
        return answerOfRange(asked, head);
    if (head.status == 416 && askedForRest)
        return Answer::NotTheRest;
    if (head.status == 206)
        return tl::unexpected(
            make(Cause::UnexpectedRange,
                 QString::fromLatin1(head.value("Content-Range").value_or(QByteArray()))));
    if (head.status != 200)
        return tl::unexpected(make(Cause::HttpStatus, {}, head.status));
    return Answer::Whole;
}

} // namespace

tl::expected<Answer, record::Failure> answerTo(const Asked &asked, const ResponseHead &head)
{
    const tl::expected<Answer, record::Failure> answer = answerByStatus(asked, head);
    if (!answer || *answer == Answer::NotModified || *answer == Answer::NotTheRest)
        return answer;
    if (head.headers
            .isEmpty()) // over Qt's limits, or one malformed line: Qt drops them all in silence
        return tl::unexpected(
            make(Cause::MalformedResponse, QStringLiteral("no header could be read")));
    if (const auto coding = head.value("Content-Encoding"); coding && !isIdentity(*coding))
        return tl::unexpected(make(Cause::EncodedBody, QString::fromLatin1(*coding)));
    if (const auto coding = head.value("Transfer-Encoding")) {
        if (coding->trimmed().compare("chunked", Qt::CaseInsensitive) != 0)
            return tl::unexpected(
                make(Cause::MalformedResponse,
                     QStringLiteral("Transfer-Encoding: ") + QString::fromLatin1(*coding)));
        return answer; // and Content-Length does not count (RFC 9112 section 6.3)
    }
    if (const auto length = head.value("Content-Length"); length && !plainLength(*length))
        return tl::unexpected(
            make(Cause::MalformedResponse,
                 QStringLiteral("Content-Length: ") + QString::fromLatin1(*length)));
    return answer;
}

std::optional<qint64> promisedLength(const ResponseHead &head)
{
    const auto length = head.value("Content-Length");
    if (!length || head.value("Transfer-Encoding"))
        return std::nullopt;
    return plainLength(*length);
}

tl::expected<Proof, record::Failure> judge(const ResponseHead &head, qint64 bytes)
{
    const std::optional<qint64> promised = promisedLength(head);
    if (!promised)
        return Proof::Unverified;
    if (bytes != *promised) {
        return tl::unexpected(make(Cause::LengthMismatch,
                                   QStringLiteral("%1 of %2 bytes").arg(bytes).arg(*promised)));
    }
    return Proof::Proven;
}

} // namespace lapwing::engine
