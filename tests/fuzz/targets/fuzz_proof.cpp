// SPDX-License-Identifier: MIT
#include "engine/http/coding.h"
#include "engine/http/contentrange.h"
#include "engine/http/proof.h"
#include "fuzz/target.h"

#include <algorithm>

using namespace lapwing;
using engine::ResponseHead;
using engine::ResponseKind;

namespace {

/// A conversation: lines of "Name: value" are the response, and those whose names begin with a dot say the rest:
/// .status .from .total .bytes .etag .modified .ifchanged
struct Talk {
    engine::RequestedRange asked;
    ResponseHead head;
    qint64 bytes = 0;
};

void takeLine(Talk &talk, const QByteArray &name, const QByteArray &value)
{
    const qint64 number = std::max(qint64(0), value.toLongLong());
    if (name == ".status")
        talk.head.status = value.toInt();
    else if (name == ".from")
        talk.asked.from = number;
    else if (name == ".total")
        talk.asked.total = number;
    else if (name == ".bytes")
        talk.bytes = number;
    else if (name == ".etag" && engine::isStrongEntityTag(value))
        talk.asked.validator = {value, {}};
    else if (name == ".modified")
        talk.asked.validator = {{}, value};
    else if (name == ".ifchanged")
        talk.asked.ifChanged = true;
    else if (!talk.head.value(name)) // Qt joins equal ones
        talk.head.headers.append({name, value});
}

Talk talkFrom(const QByteArray &input)
{
    Talk talk;
    for (const QByteArray &line : input.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            takeLine(talk, line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return talk;
}

/// Every number of a Content-Length is this one.
bool saysLength(const QByteArray &value, qint64 bytes)
{
    const QList<QByteArray> parts = value.split(',');
    return std::all_of(parts.begin(), parts.end(), [bytes](const QByteArray &part) {
        return part.trimmed().toLongLong() == bytes && !part.trimmed().startsWith('-');
    });
}

void promiseBody(const ResponseHead &head)
{
    LAPWING_PROMISE(!head.headers.isEmpty());
    const QByteArray coding = head.value("content-encoding").value_or("identity").toLower();
    LAPWING_PROMISE(engine::isUncoded(coding));
    const auto transfer = head.value("transfer-encoding");
    LAPWING_PROMISE(!transfer || transfer->trimmed().toLower() == "chunked");
    LAPWING_PROMISE(transfer || !head.value("content-length") || engine::promisedLength(head));
}

void promiseRest(const engine::RequestedRange &asked, const ResponseHead &head)
{
    LAPWING_PROMISE(head.status == 206 && asked.from > 0 && !asked.validator.isEmpty());
    const auto range = engine::contentRange(head.value("content-range").value_or(QByteArray()));
    LAPWING_PROMISE(range && range->first == asked.from && range->total == asked.total);
    LAPWING_PROMISE(range->last == asked.total - 1);
    LAPWING_PROMISE(asked.validator.etag.isEmpty() || head.value("etag") == asked.validator.etag);
    LAPWING_PROMISE(engine::promisedLength(head).value_or(asked.total - asked.from)
                    == asked.total - asked.from);
}

/// Whether the head says that the body has so many bytes: a 206 that holds all of a file says it in its range.
bool promises(const ResponseHead &head, qint64 bytes)
{
    const QByteArray value = head.value("content-range").value_or(QByteArray());
    const auto range = engine::contentRange(value);
    if (head.status == 206 && range && range->first == 0 && range->total
        && range->last == *range->total - 1)
        return range->total == bytes;
    const auto length = head.value("content-length");
    return !head.value("transfer-encoding") && length && saysLength(*length, bytes);
}

void promiseProof(const ResponseHead &head, qint64 bytes)
{
    const auto proof = engine::judge(head, bytes);
    if (proof && *proof == engine::Proof::Proven)
        LAPWING_PROMISE(promises(head, bytes));
    if (!proof)
        LAPWING_PROMISE(bytes == 0 || !promises(head, bytes));
}

void promiseNotModified(const engine::RequestedRange &asked, const ResponseHead &head)
{
    const bool sameHead =
        !asked.validator.isEmpty() && head.status == 200 && head.validator() == asked.validator;
    LAPWING_PROMISE(asked.ifChanged && (head.status == 304 || sameHead));
}

void provesBodies(const QByteArray &input)
{
    const Talk talk = talkFrom(input);
    const auto answer = engine::classifyResponse(talk.asked, talk.head);
    if (!answer) {
        LAPWING_PROMISE(!answer.error().code.isEmpty());
        return;
    }
    if (*answer == ResponseKind::NotModified)
        promiseNotModified(talk.asked, talk.head);
    LAPWING_PROMISE(*answer != ResponseKind::Whole
                    || (talk.head.status >= 200 && talk.head.status < 300));
    if (*answer == ResponseKind::Partial)
        promiseRest(talk.asked, talk.head);
    if (*answer == ResponseKind::Partial || *answer == ResponseKind::Whole) {
        promiseBody(talk.head);
        promiseProof(talk.head, talk.bytes);
    }
}

} // namespace

LAPWING_FUZZ(provesBodies)
