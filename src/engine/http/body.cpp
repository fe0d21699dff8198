// SPDX-License-Identifier: MIT
#include "engine/http/body.h"

#include "engine/http/coding.h"
#include "engine/http/offeredname.h"
#include "engine/http/pace.h"
#include "plan/http/httpdate.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::Failure;

/// An unwanted body is read this far to keep its connection; beyond, the connection is dropped.
constexpr qint64 maxDrained = 64 * 1024;
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
bool matchSeam(FetchState *state, QByteArray *chunk)
{
    const qsizetype count = std::min(state->pendingOverlap.size(), chunk->size());
    if (chunk->first(count) != state->pendingOverlap.first(count))
        return false;
    state->pendingOverlap.remove(0, count);
    chunk->remove(0, count);
    return true;
}

std::optional<Failure> tooLarge(const FetchState &state, qint64 bytes)
{
    const std::optional<qint64> largest = state.transport->terms().maxFileSize;
    if (!largest || bytes <= *largest)
        return std::nullopt;
    return make(Cause::TooLarge, QStringLiteral("over %1 bytes").arg(*largest));
}

/// It is not the file that the list means. Absent: it may be.
std::optional<Failure> otherSize(const FetchState &state, std::optional<qint64> bytes)
{
    const std::optional<qint64> listed = listedSize(state);
    if (!listed || !bytes || *bytes == *listed)
        return std::nullopt;
    return make(Cause::SizeMismatch, QStringLiteral("%1 bytes, not %2").arg(*bytes).arg(*listed));
}

/// Counts what came. Absent: it is not too much.
std::optional<Failure> count(FetchState *state, HopInProgress *hop, qint64 bytes)
{
    record::Attempt &attempt = state->result.attempt;
    BytesPresent &stock = state->result.stock;
    attempt.bytes += bytes;
    stock.here = std::max(stock.here, attempt.from + attempt.bytes);
    hop->watch.addBytes(bytes);
    if (stock.here > listedSize(*state).value_or(stock.here))
        return otherSize(*state, stock.here);
    return tooLarge(*state, stock.here);
}

void noteSilence(FetchState *state, record::Stamp silence)
{
    if (silence >= longSilence)
        state->result.attempt.stalled += silence;
}

[[nodiscard]] QCoro::Task<std::optional<Failure>> write(FetchState *state, QByteArray chunk)
{
    const record::Stamp begun = state->transport->now();
    std::optional<Failure> failure = co_await state->sink->write(std::move(chunk));
    state->result.attempt.disk += state->transport->now() - begun;
    co_return failure;
}

[[nodiscard]] QCoro::Task<Received> receive(FetchState *state, HopInProgress *hop)
{
    const plan::EntryTerms &own = state->request.terms;
    const auto stall = plan::timeoutsFor(state->transport->terms().timeouts, own).stall;
    Pace pace(own.speedLimit, state->transport->now());
    hop->watch.keepRate(plan::minimumRateFor(state->transport->terms().minimumRate, own));
    hop->watch.expect(Cause::Stalled, stall);
    for (;;) {
        std::optional<Failure> failure = hop->interruption();
        if (failure && !hop->exchange.hasEnded()) {
            state->fail(*failure);
            co_return Received::Failed;
        }
        QByteArray chunk = hop->exchange.read(pace.step());
        if (chunk.isEmpty()) {
            if (hop->exchange.hasEnded())
                co_return Received::Ended;
            const record::Stamp silence = state->transport->now();
            co_await hop->wakeUp;
            noteSilence(state, state->transport->now() - silence);
            continue;
        }
        hop->watch.suspend(); // disk time must not count as a stall
        const auto wait = pace.waitAfter(chunk.size(), state->transport->now());
        failure = count(state, hop, chunk.size());
        if (!matchSeam(state, &chunk))
            co_return Received::OtherVersion;
        if (!failure && !chunk.isEmpty())
            failure = co_await write(state, std::move(chunk));
        if (failure) {
            state->fail(*failure);
            co_return Received::Failed;
        }
        state->tell(record::TaskState::Downloading, hop->exchange);
        if (wait.count() > 0) // a stop ends it also when all of it is in our buffers
            co_await state->transport->clock()->sleepFor(wait, hop->stop);
        if (wait.count() > 0 && hop->stop.stop_requested()) {
            state->fail(make(Cause::Cancelled));
            co_return Received::Failed;
        }
        hop->watch.expect(Cause::Stalled, stall);
    }
}

/// What a body that ended without an error is worth. A rest is whole when it reaches the end that its
/// range promised.
tl::expected<Proof, Failure> worthOf(const FetchState &state, ResponseKind answer,
                                     const ResponseHead &head)
{
    const qint64 here = state.result.attempt.from + state.result.attempt.bytes;
    if (answer == ResponseKind::Whole) {
        auto worth = judge(head, here);
        if (worth && listedSize(state) == here)
            worth = Proof::Proven;
        return worth;
    }
    if (here == state.asked.total)
        return Proof::Proven;
    return tl::unexpected(make(Cause::LengthMismatch,
                               QStringLiteral("%1 of %2 bytes").arg(here).arg(state.asked.total)));
}

/// Why the rest of what is there does not come.
record::Discarded::Why whyAllOfIt(const FetchState &state, const ResponseHead &head)
{
    using Why = record::Discarded::Why;
    if (state.asked.from == 0)
        return Why::OtherAddress;
    const Validator now = head.validator();
    return now.isEmpty() || now == state.asked.validator ? Why::NotResumed : Why::Changed;
}

/// Where the body goes on: what is to be said to the sink before its first byte.
IncomingBody whatComes(FetchState *state, ResponseKind answer, const ResponseHead &head)
{
    FetchResult &result = state->result;
    IncomingBody coming;
    coming.senderDigest = senderDigestOf(state->request.url, state->proxy());
    if (answer == ResponseKind::Partial) {
        coming.from = state->kept->bytes;
        coming.total = state->asked.total;
        coming.validator = state->asked.validator;
        state->pendingOverlap = state->kept->tail;
        result.isMixed = state->asked.isFromAnother;
        result.stock = {coming.from, coming.from};
        result.attempt.from = state->asked.from;
    } else {
        state->startOver(whyAllOfIt(*state, head));
        coming.total = promisedLength(head);
        coming.validator = head.validator();
        state->pendingOverlap.clear();
        result.isMixed = false;
    }
    coming.modified = plan::httpDate(head.value("Last-Modified").value_or(QByteArray()));
    const QByteArray coding = head.value("Content-Encoding").value_or(QByteArray());
    result.coding = isUncoded(coding) ? QString() : QString::fromLatin1(coding.trimmed());
    state->startsAgain = !isResumable(coming);
    result.size = coming.total;
    result.name = offeredName(head, state->request.entry);
    return coming;
}

} // namespace

QCoro::Task<> drain(HopInProgress *hop)
{
    qint64 drained = 0;
    hop->watch.expect(Cause::Stalled, drainPatience);
    while (drained < maxDrained && !hop->interruption()) {
        const QByteArray chunk = hop->exchange.read();
        drained += chunk.size();
        if (!chunk.isEmpty())
            continue;
        if (hop->exchange.hasEnded())
            co_return;
        co_await hop->wakeUp;
    }
}

QCoro::Task<bool> takeBody(FetchState *state, HopInProgress *hop, ResponseKind answer,
                           ResponseHead head)
{
    IncomingBody coming = whatComes(state, answer, head);
    state->tell(record::TaskState::Downloading, hop->exchange);
    std::optional<Failure> failure = otherSize(*state, state->result.size);
    if (!failure)
        failure = tooLarge(*state, state->result.size.value_or(0));
    if (!failure)
        failure = co_await state->sink->begin(std::move(coming));
    if (failure) {
        state->fail(*failure);
        co_return false;
    }
    const Received received = co_await receive(state, hop);
    if (received == Received::OtherVersion) {
        state->startOver(record::Discarded::Why::Changed);
        co_return true;
    }
    if (received == Received::Failed)
        co_return false;
    failure = hop->exchange.failure();
    if (failure) {
        state->fail(*failure);
        co_return false;
    }
    auto worth = worthOf(*state, answer, head);
    failure = otherSize(*state, state->result.stock.here);
    if (worth && failure)
        worth = tl::unexpected(*failure);
    if (worth) {
        state->result.proof = *worth;
        state->result.attempt.received = hop->exchange.hop().end;
    } else {
        state->fail(worth.error());
    }
    co_return false;
}

} // namespace lapwing::engine
