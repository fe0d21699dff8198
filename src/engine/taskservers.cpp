// SPDX-License-Identifier: MIT
// What a run knows of its servers: who is silent, who is closed, who asked to wait, who is fast.
#include "engine/http/retryafter.h"
#include "engine/taskrunner.h"

#include <algorithm>

namespace lapwing::engine {

using record::Cause;

/// A server that asks to be left alone for longer than a run should wait.
bool TaskRunner::isTooLong(const FetchResult &result) const
{
    return result.retryAfter && *result.retryAfter > maxRetryAfter
        && Retry::saysLater(*result.attempt.failure);
}

void TaskRunner::closeUntil(ActiveTask *task, const FetchResult &result)
{
    const QDateTime moment = QDateTime::currentDateTime().addSecs(result.retryAfter->count());
    ClosedServers::Reason reason{*result.attempt.failure, now() + *result.retryAfter};
    reason.failure.notBefore = moment;
    task->record.failure = reason.failure;
    task->record.retryAt = reason.until;
    const Origin server(result.attempt.hops.back().url);
    m_closed.close(knownAs(server, task->request.terms), reason);
}

std::optional<plan::Proxy> TaskRunner::listedProxyFor(const QUrl &url,
                                                      const plan::EntryTerms &terms) const
{
    if (!terms.namesProxy())
        return std::nullopt;
    const plan::Proxies proxies = plan::proxiesFor(m_dependencies.plan->access.proxies, terms);
    const plan::Proxy *proxy = proxies.forUrl(url);
    return proxy != nullptr && proxy->isListed ? std::optional(*proxy) : std::nullopt;
}

Origin TaskRunner::knownAs(const Origin &server, const plan::EntryTerms &terms) const
{
    const std::optional<plan::Proxy> proxy = listedProxyFor(QUrl(server.text), terms);
    if (!proxy)
        return server;
    Origin apart;
    apart.text = QStringLiteral("%1 by %2").arg(server.text, plan::displayText(*proxy));
    return apart;
}

/// Whether anybody is there at the servers that were asked.
void TaskRunner::hear(const ActiveTask &task, const FetchResult &result)
{
    const record::Rare<record::Failure> &failure = result.attempt.failure;
    for (const record::Hop &hop : result.attempt.hops) {
        const bool isRefused = failure && failure->cause == Cause::ConnectionRefused
            && &hop == &result.attempt.hops.back();
        const Origin server = knownAs(Origin(hop.url), task.request.terms);
        if ((hop.sent || hop.status || isRefused) && m_silence.answered(server))
            m_scheduler.setOneAtATime(server, false);
    }
    const record::Hop &last = result.attempt.hops.back();
    if (last.status && *last.status < 500 && !(failure && failure->isThrottling()))
        m_throttling.served(knownAs(Origin(last.url), task.request.terms));
    if (failure && failure->cause == Cause::ConnectTimeout)
        takeTimeOut(task, result.attempt.hops.back());
}

void TaskRunner::takeTimeOut(const ActiveTask &task, const record::Hop &hop)
{
    const Origin server = knownAs(Origin(hop.url), task.request.terms);
    const Silence::Verdict verdict = m_silence.timedOut(server, hop.asked, now());
    m_scheduler.setOneAtATime(server, verdict == Silence::Verdict::Doubted);
    if (verdict != Silence::Verdict::Dead || m_closed.reason(server, now()))
        return;
    const QString detail = QStringLiteral("not tried: %1 timed out %2 times in a row")
                               .arg(server.text)
                               .arg(m_silence.timeOuts(server));
    m_closed.close(server, {make(Cause::ConnectTimeout, detail)});
}

/// A task that waits on a full disk is held off by that, not by a server.
void TaskRunner::noteHolds()
{
    std::vector<record::Hold> holds;
    const Queue::Time moment = m_dependencies.clock->now();
    if (!m_dependencies.recorder->isDiskFull()) {
        for (const Queue::Held &held : m_scheduler.queue().holding(moment))
            holds.push_back({held.origin.text, now(), now() + (held.until - moment), std::nullopt});
    }
    m_dependencies.recorder->noteHolds(holds, now());
}

void TaskRunner::noteHeld(ActiveTask &task, const Origin &origin) const
{
    if (task.record.start)
        return;
    const RunRecorder &recorder = *m_dependencies.recorder;
    record::Stamp from = task.record.joined;
    record::Stamp held{};
    for (const record::Pause &pause : task.record.pauses) { // a paused one waits for no server
        held += recorder.heldBy(origin.text, from, pause.from);
        from = pause.to.value_or(now());
    }
    held += recorder.heldBy(origin.text, from, now());
    if (held > record::Stamp{})
        task.record.held = held;
}

/// A Retry-After holds for every request to that server; one that refuses again and again is asked less at once.
/// A proxy that a list names has no say in it.
void TaskRunner::backOff(const ActiveTask &task, const FetchResult &result,
                         std::chrono::milliseconds wait)
{
    const Origin server(result.attempt.hops.back().url);
    if (knownAs(server, task.request.terms) != server)
        return;
    const Queue::Time moment = m_dependencies.clock->now();
    if (result.retryAfter)
        m_scheduler.hold(server, moment + *result.retryAfter);
    const int limit = std::min(m_scheduler.queue().limit(server), m_dependencies.plan->atOnce);
    if (const auto less = m_throttling.refused(server, task.index, moment, moment + wait, limit)) {
        m_scheduler.setLimit(server, *less);
        m_dependencies.recorder->noteSteppedDown({now(), server.text, *less});
    }
    noteHolds();
}

/// Those that it asked for or would have: they may be asked again.
void TaskRunner::openServersOf(int index)
{
    const plan::Entry &entry = entryAt(index);
    std::vector<Origin> servers{Origin(entry.url)};
    for (const plan::Mirror &mirror :
         entry.extras ? entry.extras->mirrors : std::vector<plan::Mirror>())
        servers.emplace_back(mirror.url);
    for (const record::Attempt &attempt : ledger().at(index)->attempts) {
        for (const record::Hop &hop : attempt.hops) // where redirects led
            servers.emplace_back(hop.url);
    }
    const plan::EntryTerms terms = plan::termsOf(entry);
    for (Origin &server : servers)
        server = knownAs(server, terms);
    const QList<Origin> passedBy = m_passedBy.values(index);
    servers.insert(servers.end(), passedBy.begin(), passedBy.end());
    m_passedBy.remove(index);
    for (const Origin &server : servers) {
        if (m_closed.open(server))
            m_silence.forget(server);
    }
}

/// What it brought, of the address that was asked; what was held back says nothing.
void TaskRunner::noteSpeed(const ActiveTask &task)
{
    if (task.request.terms.speedLimit || task.interruption != ActiveTask::Interruption::None)
        return;
    const record::Attempt &attempt = task.record.attempts.back();
    const Origin server = knownAs(Origin(task.places.url()), task.request.terms);
    m_speeds.note(server, attempt.bytes, now() - attempt.start);
}

} // namespace lapwing::engine
