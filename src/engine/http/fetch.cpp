// SPDX-License-Identifier: MIT
#include "engine/http/fetch.h"

#include "engine/access/authenticate.h"
#include "engine/http/body.h"
#include "engine/http/greeting.h"
#include "engine/http/lookup.h"
#include "engine/http/redirect.h"
#include "engine/http/retryafter.h"
#include "plan/redaction.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::Failure;

/// Qt hands a request to a connection that another one's end is just taking down: that is no failure of the server,
/// and asked again at once (measured: 1 in 100 where every second connection is cut).
constexpr int maxUnsent = 3;

bool wasNeverSent(const HopInProgress &hop)
{
    if (hop.exchange.hasHead() || hop.exchange.isSent() || !hop.exchange.hasEnded())
        return false;
    const auto failure = hop.exchange.failure();
    return failure && failure->cause == Cause::ConnectionCut;
}

/// Asked before the exchange is aborted, which may spoil its manager.
bool mayHaveBeenBlocked(const FetchState &state, const HopInProgress &hop)
{
    const record::Rare<Failure> &failure = state.result.attempt.failure;
    return !state.request.exclusiveManager && failure && failure->cause == hop.watch.expiredWith()
        && hop.exchange.isShared();
}

plan::Timeouts timeoutsOf(const FetchState &state)
{
    plan::Timeouts timeouts =
        plan::timeoutsFor(state.transport->terms().timeouts, state.request.terms);
    timeouts.connect =
        std::min(timeouts.connect, state.request.connectWithin.value_or(timeouts.connect));
    return timeouts;
}

/// Until the header is complete, the exchange ended, or it was interrupted.
[[nodiscard]] QCoro::Task<> awaitHead(HopInProgress *hop, plan::Timeouts timeouts)
{
    hop->watch.expect(Cause::ConnectTimeout, timeouts.connect);
    bool sent = false;
    while (!hop->exchange.hasHead() && !hop->exchange.hasEnded() && !hop->interruption()) {
        co_await hop->wakeUp;
        if (sent || !hop->exchange.isSent())
            continue;
        sent = true;
        hop->watch.expect(Cause::FirstByteTimeout, timeouts.firstByte);
    }
    hop->watch.suspend();
}

/// It was asked before, with the same cookies: a login leads back to where it began, with another one.
bool isInACircle(const FetchState &state, const QUrl &next)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Transport::Memory *memory = state.transport->memoryOf(state.proxies.forUrl(next));
    const Asking again{next, memory->cookies.fieldFor(next, now)};
    return std::ranges::find(state.result.asked, again) != state.result.asked.end();
}

/// True: the redirect stays with its origin and course->request.url is where to go on.
bool followRedirect(FetchState *state, const ResponseHead &head)
{
    const auto next = redirectTarget(state->request.url, head, state->result.attempt.hops);
    if (!next) {
        state->fail(next.error());
        return false;
    }
    if (isInACircle(*state, *next)) {
        state->fail(make(Cause::TooManyRedirects, QStringLiteral("in a circle")));
        return false;
    }
    if (Origin(*next) != Origin(state->request.url)) {
        state->result.moved = *next;
        return false;
    }
    state->request.url = *next;
    state->answers = 0;
    return true;
}

/// A head that is no redirect. True: there is another hop to go.
[[nodiscard]] QCoro::Task<bool> takeAnswer(FetchState *state, HopInProgress *hop, ResponseHead head)
{
    const auto answer = classifyResponse(state->asked, head);
    if (answer && (*answer == ResponseKind::Whole || *answer == ResponseKind::Partial)) {
        const bool again = co_await takeBody(state, hop, *answer, head);
        state->result.attempt.firstByte = hop->exchange.firstByte();
        co_return again;
    }
    co_await drain(hop);
    if (!answer) {
        state->result.retryAfter = retryAfter(head.value("Retry-After").value_or(QByteArray()),
                                              QDateTime::currentDateTimeUtc());
        state->fail(head.status == 401 ? unauthorized(*state, head) : answer.error());
        co_return false;
    }
    state->result.isUnchanged = *answer == ResponseKind::NotModified;
    if (*answer == ResponseKind::RangeMismatch)
        state->startOver(record::Discarded::Why::Changed);
    co_return *answer == ResponseKind::RangeMismatch;
}

/// What the hop came to, in the record.
void handleResult(FetchState *state, HopInProgress *hop)
{
    if (!hop->exchange.hasEnded()) {
        if (hop->watch.expiredWith())
            hop->exchange.giveUp();
        else
            hop->exchange.abort();
    }
    record::Hop done = hop->exchange.hop();
    done.status = state->result.status;
    state->result.attempt.hops.push_back(std::move(done));
}

/// False: the hop ended before a connection was tried, and what it came to is in the record.
[[nodiscard]] QCoro::Task<bool> lookUpHost(FetchState *state, std::stop_token stop)
{
    const QUrl url = state->request.url;
    Transport *transport = state->transport;
    state->lookUp.reset();
    if (!Transport::looksUp(url, state->proxy()))
        co_return true;
    state->lookUp = transport->now();
    const std::optional<Failure> failure =
        co_await lookUp(url.host(), transport->watchdog(), timeoutsOf(*state).connect, stop);
    if (!failure)
        co_return true;
    record::Hop hop;
    hop.url = url;
    hop.lookUp = state->lookUp;
    hop.asked = transport->now();
    hop.end = hop.asked;
    state->result.attempt.hops.push_back(std::move(hop));
    state->fail(*failure);
    co_return false;
}

/// So long is waited for a server to speak first; those that do, do so at once.
constexpr std::chrono::seconds greetingPatience{1};

/// It took the request, and what came of it Qt could not read, or nothing did.
bool mayBeNoHttp(const FetchState &state, const HopInProgress &hop)
{
    const record::Rare<Failure> &failure = state.result.attempt.failure;
    const QUrl &url = state.request.url;
    return failure && failure->cause == Cause::ConnectionCut && hop.exchange.isSent()
        && !hop.exchange.hasHead() && url.scheme() == QStringLiteral("http")
        && state.proxy() == nullptr && state.transport->isUnheard(Origin(url));
}

/// Listens to what is said there, unasked.
[[nodiscard]] QCoro::Task<> tellNoHttp(FetchState *state, std::stop_token stop)
{
    const QUrl url = state->request.url;
    Transport *transport = state->transport;
    const QByteArray greeting = co_await greetingAt(url.host(), static_cast<quint16>(url.port(80)),
                                                    transport->watchdog(), greetingPatience, stop);
    if (greeting.isEmpty() || greeting.startsWith("HTTP/"))
        transport->noteHeard(Origin(url));
    else
        state->fail(make(Cause::NotHttp, plan::redactText(QString::fromLatin1(greeting))));
}

/// One request and its response. True: there is another hop to go.
[[nodiscard]] QCoro::Task<bool> oneHop(FetchState *state, std::stop_token stop)
{
    state->result.status.reset(); // that was the hop before
    const bool isKnown = co_await lookUpHost(state, stop);
    if (!isKnown)
        co_return false;
    state->asked = requestConditions(*state);
    prepareProofs(state);
    const std::vector<plan::Header> fields = fieldsFor(*state);
    HopInProgress hop(state, fields, stop);
    state->tell(record::TaskState::Waiting, hop.exchange);
    co_await awaitHead(&hop, timeoutsOf(*state));
    bool hasNextHop = false;
    ResponseHead head;
    if (hop.exchange.hasHead()) {
        head = hop.exchange.head();
        if (head.hasStatus()) // else the failure tells what stood in its place
            state->result.status = head.status;
        state->result.protocol = hop.exchange.protocol();
        state->transport->memoryOf(state->proxy())
            ->cookies.take(head, state->request.url, QDateTime::currentDateTimeUtc());
    }
    if (const auto interruption = hop.interruption(); interruption && !hop.exchange.hasEnded()) {
        state->fail(*interruption);
    } else if (wasNeverSent(hop) && ++state->unsent <= maxUnsent) {
        hasNextHop = true;
    } else if (!hop.exchange.hasHead()) {
        state->fail(hop.exchange.failure().value_or(
            make(Cause::MalformedResponse, QStringLiteral("no header"))));
    } else if (head.isRedirect()) {
        co_await drain(&hop);
        hasNextHop = followRedirect(state, head);
    } else if (answersChallenge(state, head)) {
        co_await drain(&hop);
        hasNextHop = true;
    } else {
        hasNextHop = co_await takeAnswer(state, &hop, head);
    }
    state->result.mayHaveBeenBlocked = mayHaveBeenBlocked(*state, hop);
    handleResult(state, &hop);
    if (mayBeNoHttp(*state, hop))
        co_await tellNoHttp(state, stop);
    co_return hasNextHop;
}

} // namespace

QCoro::Task<FetchResult> fetch(Transport *transport, FetchRequest request, Sink *sink,
                               std::stop_token stop)
{
    FetchState state{transport, sink, std::move(request)};
    state.proxies = plan::proxiesFor(transport->terms().access.proxies, state.request.terms);
    state.result.attempt = state.request.soFar;
    state.result.asked = state.request.asked;
    if (state.result.attempt.hops.empty())
        state.result.attempt.start = transport->now();
    state.kept = co_await sink->kept();
    if (state.kept
        && state.kept->source.total != listedSize(state).value_or(state.kept->source.total))
        state.kept.reset();
    if (state.kept)
        state.result.stock = {state.kept->bytes, state.kept->bytes};
    bool another = true;
    while (another)
        another = co_await oneHop(&state, stop);
    co_return std::move(state.result);
}

} // namespace lapwing::engine
