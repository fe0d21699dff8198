// SPDX-License-Identifier: MIT
#include "engine/http/fetch.h"

#include "engine/access/authenticate.h"
#include "engine/http/body.h"
#include "engine/http/greeting.h"
#include "engine/http/lookup.h"
#include "engine/http/redirect.h"
#include "engine/http/retryafter.h"
#include "plan/disclosure.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::Failure;

/// Qt hands a request to a connection that another one's end is just taking down: that is nobody's fault,
/// and asked again at once (measured: 1 in 100 where every second connection is cut).
constexpr int mostUnsent = 3;

bool wasNeverSent(const Hop &hop)
{
    if (hop.exchange.hasHead() || hop.exchange.isSent() || !hop.exchange.hasEnded())
        return false;
    const auto failure = hop.exchange.failure();
    return failure && failure->cause == Cause::ConnectionCut;
}

/// Asked before the exchange is aborted, which may spoil its manager.
bool mayHaveStarved(const Course &course, const Hop &hop)
{
    const std::optional<Failure> &failure = course.result.attempt.failure;
    return !course.request.isAlone && failure && failure->cause == hop.watch.bitten()
        && hop.exchange.hasCompany();
}

plan::Patience patienceOf(const Course &course)
{
    plan::Patience patience = course.transport->terms().patience;
    patience.connect =
        std::min(patience.connect, course.request.connectWithin.value_or(patience.connect));
    return patience;
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

/// It was asked before, with the same cookies: a login leads back to where it began, with another one.
bool isInACircle(const Course &course, const QUrl &next)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Asking again{next, course.transport->cookies()->fieldFor(next, now)};
    return std::ranges::find(course.result.asked, again) != course.result.asked.end();
}

/// True: the redirect stays with its origin and course->request.url is where to go on.
bool followRedirect(Course *course, const ResponseHead &head)
{
    const auto next = redirectTarget(course->request.url, head, course->result.attempt.hops);
    if (!next) {
        course->fail(next.error());
        return false;
    }
    if (isInACircle(*course, *next)) {
        course->fail(make(Cause::TooManyRedirects, QStringLiteral("in a circle")));
        return false;
    }
    if (Origin(*next) != Origin(course->request.url)) {
        course->result.moved = *next;
        return false;
    }
    course->request.url = *next;
    course->answers = 0;
    return true;
}

/// A head that is no redirect. True: there is another hop to go.
[[nodiscard]] QCoro::Task<bool> takeAnswer(Course *course, Hop *hop, ResponseHead head)
{
    const auto answer = answerTo(course->asked, head);
    if (answer && (*answer == Answer::Whole || *answer == Answer::Rest)) {
        const bool again = co_await takeBody(course, hop, *answer, head);
        course->result.attempt.firstByte = hop->exchange.firstByte();
        co_return again;
    }
    co_await drain(hop);
    if (!answer) {
        course->result.retryAfter = retryAfter(head.value("Retry-After").value_or(QByteArray()),
                                               QDateTime::currentDateTimeUtc());
        course->fail(head.status == 401 ? unauthorized(*course, head) : answer.error());
        co_return false;
    }
    course->result.isUnchanged = *answer == Answer::NotModified;
    if (*answer == Answer::NotTheRest)
        course->startOver();
    co_return *answer == Answer::NotTheRest;
}

/// What the hop came to, in the record.
void conclude(Course *course, Hop *hop)
{
    if (!hop->exchange.hasEnded()) {
        if (hop->watch.bitten())
            hop->exchange.giveUp();
        else
            hop->exchange.abort();
    }
    record::Hop done = hop->exchange.hop();
    done.status = course->result.status;
    course->result.attempt.hops.push_back(std::move(done));
}

/// False: the hop ended before a connection was tried, and what it came to is in the record.
[[nodiscard]] QCoro::Task<bool> lookUpHost(Course *course, std::stop_token stop)
{
    const QUrl url = course->request.url;
    Transport *transport = course->transport;
    course->lookUp.reset();
    if (!transport->looksUp(url))
        co_return true;
    course->lookUp = transport->now();
    const std::optional<Failure> failure =
        co_await lookUp(url.host(), transport->watchdog(), patienceOf(*course).connect, stop);
    if (!failure)
        co_return true;
    record::Hop hop;
    hop.url = url;
    hop.lookUp = course->lookUp;
    hop.asked = transport->now();
    hop.end = hop.asked;
    course->result.attempt.hops.push_back(std::move(hop));
    course->fail(*failure);
    co_return false;
}

/// So long is waited for a server to speak first; those that do, do so at once.
constexpr std::chrono::seconds greetingPatience{1};

/// It took the request, and what came of it Qt could not read, or nothing did.
bool mayBeNoHttp(const Course &course, const Hop &hop)
{
    const std::optional<Failure> &failure = course.result.attempt.failure;
    const QUrl &url = course.request.url;
    return failure && failure->cause == Cause::ConnectionCut && hop.exchange.isSent()
        && !hop.exchange.hasHead() && url.scheme() == QStringLiteral("http")
        && course.transport->proxyFor(url) == nullptr && course.transport->isUnheard(Origin(url));
}

/// Listens to what is said there, unasked.
[[nodiscard]] QCoro::Task<> tellNoHttp(Course *course, std::stop_token stop)
{
    const QUrl url = course->request.url;
    Transport *transport = course->transport;
    const QByteArray greeting = co_await greetingAt(url.host(), static_cast<quint16>(url.port(80)),
                                                    transport->watchdog(), greetingPatience, stop);
    if (greeting.isEmpty() || greeting.startsWith("HTTP/"))
        transport->noteHeard(Origin(url));
    else
        course->fail(make(Cause::NotHttp, plan::shownText(QString::fromLatin1(greeting))));
}

/// One request and its response. True: there is another hop to go.
[[nodiscard]] QCoro::Task<bool> oneHop(Course *course, std::stop_token stop)
{
    const bool isKnown = co_await lookUpHost(course, stop);
    if (!isKnown)
        co_return false;
    course->asked = whatToAsk(*course);
    prepareProofs(course);
    const std::vector<plan::Header> fields = fieldsFor(*course);
    Hop hop(course, fields, stop);
    course->tell(record::TaskState::Waiting, hop.exchange);
    co_await awaitHead(&hop, patienceOf(*course));
    bool goOn = false;
    ResponseHead head;
    if (hop.exchange.hasHead()) {
        head = hop.exchange.head();
        course->result.status = head.status;
        course->result.protocol = hop.exchange.protocol();
        course->transport->cookies()->take(head, course->request.url,
                                           QDateTime::currentDateTimeUtc());
    }
    if (const auto interruption = hop.interruption(); interruption && !hop.exchange.hasEnded()) {
        course->fail(*interruption);
    } else if (wasNeverSent(hop) && ++course->unsent <= mostUnsent) {
        goOn = true;
    } else if (!hop.exchange.hasHead()) {
        course->fail(hop.exchange.failure().value_or(
            make(Cause::MalformedResponse, QStringLiteral("no header"))));
    } else if (head.isRedirect()) {
        co_await drain(&hop);
        goOn = followRedirect(course, head);
    } else if (answersChallenge(course, head)) {
        co_await drain(&hop);
        goOn = true;
    } else {
        goOn = co_await takeAnswer(course, &hop, head);
    }
    course->result.mayHaveStarved = mayHaveStarved(*course, hop);
    conclude(course, &hop);
    if (mayBeNoHttp(*course, hop))
        co_await tellNoHttp(course, stop);
    co_return goOn;
}

} // namespace

QCoro::Task<FetchResult> fetch(Transport *transport, FetchRequest request, Sink *sink,
                               std::stop_token stop)
{
    Course course{transport, sink, std::move(request)};
    course.result.attempt = course.request.soFar;
    course.result.asked = course.request.asked;
    if (course.result.attempt.hops.empty())
        course.result.attempt.start = transport->now();
    course.kept = co_await sink->kept();
    if (course.kept)
        course.result.stock = {course.kept->bytes, course.kept->bytes};
    bool another = true;
    while (another)
        another = co_await oneHop(&course, stop);
    co_return std::move(course.result);
}

} // namespace lapwing::engine
