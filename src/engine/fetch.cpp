// SPDX-License-Identifier: MIT
#include "engine/fetch.h"

#include "engine/exchange.h"
#include "plan/disclosure.h"
#include "plan/links.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::Failure;

/// A body that nobody wants is read this far to keep its connection; beyond, the connection is dropped.
constexpr qint64 mostDrained = 64 * 1024;
constexpr std::chrono::seconds drainPatience{2};

/// What one fetch carries from hop to hop.
struct Course {
    Transport *transport;
    Sink *sink;
    FetchRequest request;
    FetchResult result;

    void tell(record::TaskState state, const Exchange &exchange) const
    {
        if (!request.tell)
            return;
        Progress progress{state, result.attempt, result.size, result.status};
        progress.attempt.firstByte = exchange.firstByte();
        progress.attempt.hops.push_back(exchange.hop());
        request.tell(progress);
    }
    void fail(Failure failure) { result.attempt.failure = std::move(failure); }
};

/// One hop with what watches over it.
struct Hop {
    Hop(Course *course, const QByteArray &authorization, const std::stop_token &stopToken)
        : stop(stopToken)
        , wake(stopToken, &news)
        , exchange(course->transport, course->request.url, authorization, &news)
        , watch(course->transport->watchdog(), &news)
    {
    }

    /// Why it must end although the server has not ended it; absent: go on.
    [[nodiscard]] std::optional<Failure> interruption() const
    {
        if (stop.stop_requested())
            return make(Cause::Cancelled);
        if (watch.bitten())
            return make(*watch.bitten());
        return std::nullopt;
    }

    std::stop_token stop;
    async::Event news;
    async::WakeOnStop wake;
    Exchange exchange;
    Watchdog::Watch watch;
};

/// Sent before being asked for it, and to the origin of the link alone (RFC 7617).
QByteArray authorizationFor(const FetchRequest &request)
{
    if (request.entry.userInfo.isEmpty() || Origin(request.url) != Origin(request.entry.url))
        return {};
    return "Basic " + QByteArray::fromPercentEncoding(request.entry.userInfo.toUtf8()).toBase64();
}

/// Until the header is complete, the exchange ended, or it was interrupted.
[[nodiscard]] QCoro::Task<> awaitHead(Hop *hop, plan::Patience patience)
{
    hop->watch.expect(Cause::ConnectTimeout, patience.connect);
    bool sent = false;
    while (!hop->exchange.hasHead() && !hop->exchange.hasEnded() && !hop->interruption()) {
        co_await hop->news;
        if (sent || !hop->exchange.isSent())
            continue;
        sent = true;
        hop->watch.expect(Cause::FirstByteTimeout, patience.firstByte);
    }
    hop->watch.rest();
}

/// Reads a body that nobody wants, within bounds; what is longer costs the connection.
[[nodiscard]] QCoro::Task<> drain(Hop *hop)
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

/// The body into the sink. Absent: the exchange ended; whether well is for the proof to say.
[[nodiscard]] QCoro::Task<std::optional<Failure>> receive(Course *course, Hop *hop)
{
    const std::chrono::milliseconds stall = course->transport->patience().stall;
    hop->watch.expect(Cause::Stalled, stall);
    for (;;) {
        std::optional<Failure> interruption = hop->interruption();
        if (interruption && !hop->exchange.hasEnded())
            co_return interruption;
        QByteArray chunk = hop->exchange.read();
        if (chunk.isEmpty()) {
            if (hop->exchange.hasEnded())
                co_return std::nullopt;
            co_await hop->news;
            continue;
        }
        hop->watch.rest(); // the wait for the disk is ours
        const qint64 size = chunk.size();
        std::optional<Failure> failure = co_await course->sink->write(std::move(chunk));
        if (failure)
            co_return failure;
        course->result.attempt.bytes += size;
        course->tell(record::TaskState::Downloading, hop->exchange);
        hop->watch.expect(Cause::Stalled, stall);
    }
}

/// The body of a head that was not refused, and what it is worth.
[[nodiscard]] QCoro::Task<> takeBody(Course *course, Hop *hop, ResponseHead head)
{
    course->result.size = promisedLength(head);
    course->tell(record::TaskState::Downloading, hop->exchange);
    std::optional<Failure> failure = co_await receive(course, hop);
    if (!failure)
        failure = hop->exchange.failure();
    if (failure) {
        course->fail(*failure);
        co_return;
    }
    const auto judged = judge(head, course->result.attempt.bytes);
    if (judged) {
        course->result.proof = *judged;
        course->result.attempt.received = hop->exchange.hop().end;
    } else {
        course->fail(judged.error());
    }
}

/// Where a redirect leads, or why it is not followed: in a circle, too far, to another scheme, or from
/// https to http.
tl::expected<QUrl, Failure> redirectTarget(const Course &course, const ResponseHead &head)
{
    const QUrl &from = course.request.url;
    const QByteArray location = head.value("Location").value_or(QByteArray());
    if (location.isEmpty())
        return tl::unexpected(make(Cause::BadRedirect, QStringLiteral("no Location"), head.status));
    QUrl next = from.resolved(QUrl::fromEncoded(location));
    const QString scheme = next.scheme();
    if (next.isValid() && !scheme.isEmpty() && scheme != QLatin1String("http")
        && scheme != QLatin1String("https"))
        return tl::unexpected(make(Cause::UnsafeRedirect, scheme + QLatin1Char(':')));
    const auto link = plan::linkFrom(next.toString(QUrl::FullyEncoded));
    if (!link)
        return tl::unexpected(
            make(Cause::BadRedirect, plan::shownText(QString::fromLatin1(location))));
    next = link->adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (from.scheme() == QLatin1String("https") && next.scheme() == QLatin1String("http"))
        return tl::unexpected(make(Cause::UnsafeRedirect, QStringLiteral("https to http")));
    const auto &hops = course.result.attempt.hops;
    const bool seen = next == from
        || std::any_of(hops.begin(), hops.end(),
                       [&next](const record::Hop &hop) { return hop.url == next; });
    if (seen)
        return tl::unexpected(make(Cause::TooManyRedirects, QStringLiteral("in a circle")));
    if (hops.size() >= mostRedirects)
        return tl::unexpected(make(Cause::TooManyRedirects, QString::number(hops.size() + 1)));
    return next;
}

/// True: the redirect stays with its origin and course->request.url is where to go on.
bool followRedirect(Course *course, const ResponseHead &head)
{
    const auto next = redirectTarget(*course, head);
    if (!next) {
        course->fail(next.error());
        return false;
    }
    if (Origin(*next) != Origin(course->request.url)) {
        course->result.moved = *next;
        return false;
    }
    course->request.url = *next;
    return true;
}

/// One request and its response. True: there is another hop to go.
[[nodiscard]] QCoro::Task<bool> oneHop(Course *course, std::stop_token stop)
{
    Hop hop(course, authorizationFor(course->request), stop);
    course->tell(record::TaskState::Waiting, hop.exchange);
    co_await awaitHead(&hop, course->transport->patience());
    bool goOn = false;
    ResponseHead head;
    if (hop.exchange.hasHead()) {
        head = hop.exchange.head();
        course->result.status = head.status;
        course->result.protocol = hop.exchange.protocol();
    }
    if (const auto interruption = hop.interruption(); interruption && !hop.exchange.hasEnded()) {
        course->fail(*interruption);
    } else if (!hop.exchange.hasHead()) {
        course->fail(hop.exchange.failure().value_or(
            make(Cause::MalformedResponse, QStringLiteral("no header"))));
    } else if (head.isRedirect()) {
        co_await drain(&hop);
        goOn = followRedirect(course, head);
    } else if (const auto refused = refusal(head)) {
        co_await drain(&hop);
        course->fail(*refused);
    } else {
        co_await takeBody(course, &hop, head);
        course->result.attempt.firstByte = hop.exchange.firstByte();
    }
    if (!hop.exchange.hasEnded())
        hop.exchange.abort();
    record::Hop done = hop.exchange.hop();
    done.status = course->result.status;
    course->result.attempt.hops.push_back(std::move(done));
    co_return goOn;
}

} // namespace

QCoro::Task<FetchResult> fetch(Transport *transport, FetchRequest request, Sink *sink,
                               std::stop_token stop)
{
    Course course{transport, sink, std::move(request), {}};
    course.result.attempt = course.request.soFar;
    if (course.result.attempt.hops.empty())
        course.result.attempt.start = transport->now();
    bool another = true;
    while (another)
        another = co_await oneHop(&course, stop);
    co_return std::move(course.result);
}

} // namespace lapwing::engine
