// SPDX-License-Identifier: MIT
#include "engine/proof.h"

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

std::optional<record::Failure> refusal(const ResponseHead &head)
{
    if (head.status < 100 || head.status > 599)
        return make(Cause::MalformedResponse, QStringLiteral("status %1").arg(head.status));
    if (head.status < 200)
        return make(Cause::MalformedResponse, QStringLiteral("final status %1").arg(head.status));
    if (head.status == 204 || head.status == 205 || head.status == 304)
        return make(Cause::NoContent, {}, head.status);
    if (head.status == 206)
        return make(Cause::UnexpectedRange,
                    QString::fromLatin1(head.value("Content-Range").value_or(QByteArray())));
    if (head.status != 200)
        return make(Cause::HttpStatus, {}, head.status);
    if (head.headers
            .isEmpty()) // over Qt's limits, or one malformed line: Qt drops them all in silence
        return make(Cause::MalformedResponse, QStringLiteral("no header could be read"));
    if (const auto coding = head.value("Content-Encoding"); coding && !isIdentity(*coding))
        return make(Cause::EncodedBody, QString::fromLatin1(*coding));
    if (const auto coding = head.value("Transfer-Encoding")) {
        if (coding->trimmed().compare("chunked", Qt::CaseInsensitive) != 0)
            return make(Cause::MalformedResponse,
                        QStringLiteral("Transfer-Encoding: ") + QString::fromLatin1(*coding));
        return std::nullopt; // and Content-Length does not count (RFC 9112 section 6.3)
    }
    if (const auto length = head.value("Content-Length"); length && !plainLength(*length))
        return make(Cause::MalformedResponse,
                    QStringLiteral("Content-Length: ") + QString::fromLatin1(*length));
    return std::nullopt;
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
