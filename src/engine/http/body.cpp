// SPDX-License-Identifier: MIT
#include "engine/http/body.h"

#include "engine/http/coding.h"
#include "engine/http/offeredname.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::Failure;

/// A body that nobody wants is read this far to keep its connection; beyond, the connection is dropped.
constexpr qint64 mostDrained = 64 * 1024;
constexpr std::chrono::seconds drainPatience{2};

/// A silence of the body as long as this is told as a stall, if nothing worse comes of it.
constexpr std::chrono::seconds longSilence{1};

/// How the body of a response ended, as far as it can be told while it comes.
enum class Received {
    Ended, ///< the exchange did; whether well is for the proof to say
    Failed,
    OtherVersion, ///< the end of the kept part did not come again as it was
};

/// Takes what belongs to the seam off `chunk`. False: it is not as it was.
bool matchSeam(Course *course, QByteArray *chunk)
{
    const qsizetype count = std::min(course->seam.size(), chunk->size());
    if (chunk->first(count) != course->seam.first(count))
        return false;
    course->seam.remove(0, count);
    chunk->remove(0, count);
    return true;
}

std::optional<Failure> tooLarge(const Course &course, qint64 bytes)
{
    const std::optional<qint64> largest = course.transport->terms().largest;
    if (!largest || bytes <= *largest)
        return std::nullopt;
    return make(Cause::TooLarge, QStringLiteral("over %1 bytes").arg(*largest));
}

/// Counts what came. Absent: it is not too much.
std::optional<Failure> count(Course *course, Hop *hop, qint64 bytes)
{
    record::Attempt &attempt = course->result.attempt;
    Stock &stock = course->result.stock;
    attempt.bytes += bytes;
    stock.here = std::max(stock.here, attempt.from + attempt.bytes);
    hop->watch.came(bytes);
    return tooLarge(*course, stock.here);
}

void noteSilence(Course *course, record::Stamp silence)
{
    if (silence >= longSilence)
        course->result.attempt.stalled += silence;
}

[[nodiscard]] QCoro::Task<std::optional<Failure>> write(Course *course, QByteArray chunk)
{
    const record::Stamp begun = course->transport->now();
    std::optional<Failure> failure = co_await course->sink->write(std::move(chunk));
    course->result.attempt.disk += course->transport->now() - begun;
    co_return failure;
}

[[nodiscard]] QCoro::Task<Received> receive(Course *course, Hop *hop)
{
    const Terms &terms = course->transport->terms();
    hop->watch.keepPace(terms.pace);
    hop->watch.expect(Cause::Stalled, terms.patience.stall);
    for (;;) {
        std::optional<Failure> failure = hop->interruption();
        if (failure && !hop->exchange.hasEnded()) {
            course->fail(*failure);
            co_return Received::Failed;
        }
        QByteArray chunk = hop->exchange.read();
        if (chunk.isEmpty()) {
            if (hop->exchange.hasEnded())
                co_return Received::Ended;
            const record::Stamp silence = course->transport->now();
            co_await hop->news;
            noteSilence(course, course->transport->now() - silence);
            continue;
        }
        hop->watch.rest(); // the wait for the disk is ours
        failure = count(course, hop, chunk.size());
        if (!matchSeam(course, &chunk))
            co_return Received::OtherVersion;
        if (!failure && !chunk.isEmpty())
            failure = co_await write(course, std::move(chunk));
        if (failure) {
            course->fail(*failure);
            co_return Received::Failed;
        }
        course->tell(record::TaskState::Downloading, hop->exchange);
        hop->watch.expect(Cause::Stalled, terms.patience.stall);
    }
}

/// What a body that ended without an error is worth. A rest is whole when it reaches the end that its
/// range promised.
tl::expected<Proof, Failure> worthOf(const Course &course, Answer answer, const ResponseHead &head)
{
    if (answer == Answer::Whole)
        return judge(head, course.result.attempt.bytes);
    const qint64 here = course.result.attempt.from + course.result.attempt.bytes;
    if (here == course.asked.total)
        return Proof::Proven;
    return tl::unexpected(make(Cause::LengthMismatch,
                               QStringLiteral("%1 of %2 bytes").arg(here).arg(course.asked.total)));
}

/// Where the body goes on: what is to be said to the sink before its first byte.
Coming whatComes(Course *course, Answer answer, const ResponseHead &head)
{
    FetchResult &result = course->result;
    Coming coming;
    coming.answerer = answererOf(course->request.url);
    if (answer == Answer::Rest) {
        coming.from = course->kept->bytes;
        coming.total = course->asked.total;
        coming.validator = course->asked.validator;
        course->seam = course->kept->tail;
        result.stock = {coming.from, coming.from};
        result.attempt.from = course->asked.from;
    } else {
        course->startOver();
        coming.total = promisedLength(head);
        coming.validator = head.validator();
        course->seam.clear();
    }
    const QByteArray coding = head.value("Content-Encoding").value_or(QByteArray());
    result.coding = isUncoded(coding) ? QString() : QString::fromLatin1(coding.trimmed());
    course->startsAgain = !isResumable(coming);
    result.size = coming.total;
    result.name = offeredName(head, course->request.entry);
    return coming;
}

} // namespace

QCoro::Task<> drain(Hop *hop)
{
    qint64 drained = 0;
    hop->watch.expect(Cause::Stalled, drainPatience);
    while (drained < mostDrained && !hop->interruption()) {
        const QByteArray chunk = hop->exchange.read();
        drained += chunk.size();
        if (!chunk.isEmpty())
            continue;
        if (hop->exchange.hasEnded())
            co_return;
        co_await hop->news;
    }
}

QCoro::Task<bool> takeBody(Course *course, Hop *hop, Answer answer, ResponseHead head)
{
    Coming coming = whatComes(course, answer, head);
    course->tell(record::TaskState::Downloading, hop->exchange);
    std::optional<Failure> failure = tooLarge(*course, course->result.size.value_or(0));
    if (!failure)
        failure = co_await course->sink->begin(std::move(coming));
    if (failure) {
        course->fail(*failure);
        co_return false;
    }
    const Received received = co_await receive(course, hop);
    if (received == Received::OtherVersion) {
        course->startOver();
        co_return true;
    }
    if (received == Received::Failed)
        co_return false;
    failure = hop->exchange.failure();
    if (failure) {
        course->fail(*failure);
        co_return false;
    }
    const auto worth = worthOf(*course, answer, head);
    if (worth) {
        course->result.proof = *worth;
        course->result.attempt.received = hop->exchange.hop().end;
    } else {
        course->fail(worth.error());
    }
    co_return false;
}

} // namespace lapwing::engine
