// SPDX-License-Identifier: MIT
#include "engine/taskrunner.h"

#include "engine/http/retryafter.h"
#include "record/notbefore.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::TaskState;
using Wish = Errand::Wish;
using Kind = Lanes::End::Kind;

/// Of these nothing is kept: going on from there would end the same way.
bool isWorthless(const record::Failure &failure)
{
    return failure.cause == Cause::TooLarge || failure.cause == Cause::LargerThanDisk
        || failure.cause == Cause::NotProven || failure.cause == Cause::ChecksumMismatch;
}

} // namespace

TaskRunner::TaskRunner(Means means)
    : m_means(std::move(means))
    , m_errands(m_means.plan, m_means.folder, m_means.logbook)
    , m_retry(m_means.plan->retries)
    , m_lanes(m_means.plan->atOnce, m_means.plan->perHost.value_or(m_means.plan->atOnce),
              m_means.clock, [this](int index, Origin origin, std::stop_token stop) {
                  return work(index, std::move(origin), std::move(stop));
              })
{
}

QCoro::Task<> TaskRunner::run(std::stop_token stop)
{
    for (int index = 0; index < static_cast<int>(m_means.plan->entries.size()); ++index)
        m_lanes.add(index, Origin(entryAt(index).url));
    co_await m_lanes.run(stop);
    m_means.logbook->noteHolds({}, now()); // a stop ends those that go on
    if (m_means.folder != nullptr)
        m_means.folder->setEager(true);
    co_await m_work.join();
    co_await endWhatWaits();
}

void TaskRunner::tell(Errand *errand, const Progress &progress)
{
    errand->note(progress);
    keep(*errand);
}

QCoro::Task<Lanes::End> TaskRunner::work(int index, Origin origin, std::stop_token stop)
{
    noteHolds();
    Errand *errand = m_errands.at(index);
    noteHeld(*errand, origin);
    errand->begin(now(), [this, errand](const Progress &progress) { tell(errand, progress); });
    End end;
    end.at = origin;
    if (const QString name = m_errands.skippedFor(*errand); !name.isEmpty()) {
        errand->record.nameTaken = true;
        endAsFound(errand, name, Proof::Unverified, std::nullopt);
        co_return end;
    }
    if (m_errands.isBarred(*errand)) {
        co_await fail(errand, make(Cause::NameIsFolder, errand->record.name));
        co_return end;
    }
    if (const auto reason = whyClosed(origin)) {
        co_await refuse(errand, *reason);
        co_return end;
    }
    errand->beginAttempt();
    std::stop_callback chain(stop, [source = errand->stop]() mutable { source.request_stop(); });
    end = co_await attempt(errand, std::move(origin));
    if (end.kind == Kind::Back)
        end = co_await honour(errand, std::move(end));
    co_return end;
}

/// Fetches, through redirects to other servers as long as those have room.
QCoro::Task<Lanes::End> TaskRunner::attempt(Errand *errand, Origin origin)
{
    End end;
    end.at = std::move(origin);
    for (;;) {
        errand->request.connectWithin.reset();
        if (m_silence.isDoubted(end.at))
            errand->request.connectWithin = Silence::patience;
        FetchResult result = co_await fetch(m_means.transport, errand->request, errand->sink.get(),
                                            errand->stop.get_token());
        errand->note(result);
        hear(result);
        if (!result.moved) {
            end = co_await conclude(errand, std::move(result), std::move(end));
            co_return end;
        }
        const Origin next(*result.moved);
        if (const auto reason = whyClosed(next)) {
            co_await refuse(errand, *reason);
            co_return end;
        }
        if (!m_lanes.move(end.at, next)) {
            errand->record.state = TaskState::Queued;
            keep(*errand);
            end.kind = Kind::Back;
            end.next = next;
            co_return end;
        }
        end.at = next;
    }
}

QCoro::Task<Lanes::End> TaskRunner::conclude(Errand *errand, FetchResult result, End end)
{
    if (result.isUnchanged) {
        co_await errand->sink->discard();
        const auto finished = m_errands.finishedFileOf(errand->request.entry);
        endAsFound(errand, finished->name, finished->provenance.proof,
                   finished->provenance.source.total);
        co_return end;
    }
    if (!result.proof) {
        end = co_await failed(errand, std::move(result), std::move(end));
        co_return end;
    }
    const bool isFound = co_await endAsSame(errand, *result.proof);
    if (isFound)
        co_return end;
    errand->record.state = TaskState::Committing;
    keep(*errand);
    if (m_means.folder != nullptr)
        m_means.folder->setEager(m_lanes.isLast()); // nobody else is coming: it need not wait
    // The lane is for the network: it goes on, unless the disk falls far behind.
    if (m_means.folder != nullptr && m_means.folder->isCrowded()) {
        end = co_await commit(errand, *result.proof, std::move(end));
        co_return end;
    }
    end.kind = Kind::Pending;
    m_work.launch(commitWithoutLane(errand, *result.proof));
    co_return end;
}

/// True: what came is the file that an earlier run left without a validator to ask with, which stays.
QCoro::Task<bool> TaskRunner::endAsSame(Errand *errand, Proof proof)
{
    const std::optional<Source> &there = errand->request.finished;
    if (!there || !there->validator.isEmpty())
        co_return false;
    const std::optional<Finished> earlier = m_errands.finishedFileOf(errand->request.entry);
    const bool isSame = co_await errand->sink->equals(earlier->name);
    if (!isSame)
        co_return false;
    co_await errand->sink->discard();
    if (earlier->provenance.proof == Proof::Proven)
        proof = Proof::Proven;
    endAsFound(errand, earlier->name, proof, earlier->provenance.source.total);
    co_return true;
}

QCoro::Task<> TaskRunner::commitWithoutLane(Errand *errand, Proof proof)
{
    const int index = errand->index;
    End end;
    end = co_await commit(errand, proof, std::move(end));
    m_lanes.settle(index, end);
}

QCoro::Task<Lanes::End> TaskRunner::commit(Errand *errand, Proof proof, End end)
{
    const plan::Entry &entry = errand->request.entry;
    if (m_means.plan->requireProof && proof == Proof::Unverified && !entry.checksum) {
        co_await fail(errand, make(Cause::NotProven));
        co_return end;
    }
    const QString name = errand->record.name == entry.name ? QString() : errand->record.name;
    MaybeCommitted committed = co_await errand->sink->commit(proof, name);
    if (committed) {
        errand->record.path = m_means.plan->destination.keepFiles ? committed->path : QString();
        errand->record.alreadyThere = committed->nameTaken;
        errand->record.nameTaken = committed->nameTaken;
        errand->record.attempts.back().verify = committed->hashing;
        finish(errand, committed->proof == Proof::Proven ? TaskState::Done : TaskState::Unverified);
        co_return end;
    }
    const bool waits = committed.error().cause == Cause::DiskFull
        && m_means.plan->destination.whenFull == plan::WhenFull::Wait;
    if (waits)
        end = co_await waitForRoom(errand, committed.error(), std::move(end));
    else
        co_await fail(errand, committed.error());
    co_return end;
}

/// The attempt ended with `failure`; its task goes back to the queue, and stays there.
Lanes::End TaskRunner::pauseFor(Errand *errand, record::Failure failure, End end)
{
    end.kind = Kind::Back;
    end.next = Origin(errand->request.entry.url);
    errand->endAttempt(std::move(failure), now());
    errand->pause(now());
    keep(*errand);
    return end;
}

/// Somebody wanted the attempt to end: the run, or the one that honour() asks about.
QCoro::Task<Lanes::End> TaskRunner::interrupted(Errand *errand, record::Failure failure, End end)
{
    if (errand->wish == Wish::None) {
        co_await leaveWhatStays(errand);
        errand->record.failure = std::move(failure);
        finish(errand, TaskState::Cancelled);
        co_return end;
    }
    if (errand->wish != Wish::Cancel)
        co_await letGo(errand);
    end = pauseFor(errand, std::move(failure), std::move(end));
    co_return end;
}

QCoro::Task<Lanes::End> TaskRunner::failed(Errand *errand, FetchResult result, End end)
{
    record::Failure failure = *result.attempt.failure;
    if (failure.cause == Cause::Cancelled || errand->wish != Wish::None) {
        end = co_await interrupted(errand, std::move(failure), std::move(end));
        co_return end;
    }
    if (result.mayHaveStarved)
        errand->request.isAlone = true; // this one does not count: it may be another's fault
    else
        ++errand->failed;
    if (failure.cause == Cause::DiskFull
        && m_means.plan->destination.whenFull == plan::WhenFull::Wait) {
        end = co_await waitForRoom(errand, std::move(failure), std::move(end));
        co_return end;
    }
    if (isTooLong(result)) {
        closeUntil(errand, result);
        co_await fail(errand, *errand->record.failure);
        co_return end;
    }
    const auto wait = result.mayHaveStarved
        ? std::chrono::milliseconds(0)
        : m_retry.waitAfter(failure, errand->failed, result.retryAfter);
    if (Retry::isThrottling(failure))
        leaveAlone(result, wait.value_or(m_means.plan->retries.firstWait));
    if (!wait || whyClosed(end.at)) {
        co_await fail(errand, std::move(failure));
        co_return end;
    }
    co_await letGo(errand);
    end.kind = Kind::Back;
    end.next = Origin(errand->request.entry.url);
    end.due = m_means.clock->now() + *wait;
    errand->record.state = TaskState::Retrying;
    errand->record.retryAt = now() + *wait;
    errand->record.failure = failure;
    errand->endAttempt(std::move(failure), now());
    keep(*errand);
    co_return end;
}

/// A server that asks to be left alone for longer than a run should wait.
bool TaskRunner::isTooLong(const FetchResult &result) const
{
    return result.retryAfter && *result.retryAfter > longestRetryAfter
        && Retry::saysLater(*result.attempt.failure);
}

void TaskRunner::closeUntil(Errand *errand, const FetchResult &result)
{
    const QDateTime moment = QDateTime::currentDateTime().addSecs(result.retryAfter->count());
    const ClosedServers::Reason reason{record::notBefore(*result.attempt.failure, moment),
                                       now() + *result.retryAfter};
    errand->record.failure = reason.failure;
    errand->record.retryAt = reason.until;
    m_closed.close(Origin(result.attempt.hops.back().url), reason);
}

/// Whether anybody is there at the servers that were asked.
void TaskRunner::hear(const FetchResult &result)
{
    const std::optional<record::Failure> &failure = result.attempt.failure;
    for (const record::Hop &hop : result.attempt.hops) {
        const bool isRefused = failure && failure->cause == Cause::ConnectionRefused
            && &hop == &result.attempt.hops.back();
        const Origin server(hop.url);
        if ((hop.sent || hop.status || isRefused) && m_silence.answered(server))
            m_lanes.setOneAtATime(server, false);
    }
    if (failure && failure->cause == Cause::ConnectTimeout)
        takeTimeOut(result.attempt.hops.back());
}

void TaskRunner::takeTimeOut(const record::Hop &hop)
{
    const Origin server(hop.url);
    const Silence::Verdict verdict = m_silence.timedOut(server, hop.asked, now());
    m_lanes.setOneAtATime(server, verdict == Silence::Verdict::Doubted);
    if (verdict != Silence::Verdict::Dead || whyClosed(server))
        return;
    const QString detail = QStringLiteral("not tried: %1 timed out %2 times in a row")
                               .arg(server.text)
                               .arg(m_silence.timeOuts(server));
    m_closed.close(server, {make(Cause::ConnectTimeout, detail)});
}

/// Whoever waits on a full disk is held off by that, not by a server.
void TaskRunner::noteHolds()
{
    std::vector<record::Hold> holds;
    const Queue::Time moment = m_means.clock->now();
    if (!m_means.logbook->isDiskFull()) {
        for (const Queue::Held &held : m_lanes.queue().holding(moment))
            holds.push_back({held.origin.text, now(), now() + (held.until - moment), std::nullopt});
    }
    m_means.logbook->noteHolds(holds, now());
}

void TaskRunner::noteHeld(Errand &errand, const Origin &origin) const
{
    const record::Stamp held = m_means.logbook->heldBy(origin.text, now());
    if (!errand.record.start && held > record::Stamp{})
        errand.record.held = held;
}

/// A Retry-After holds for everybody who wants something of that server; one that refuses again and
/// again is asked less at once.
void TaskRunner::leaveAlone(const FetchResult &result, std::chrono::milliseconds wait)
{
    const Origin server(result.attempt.hops.back().url);
    const Queue::Time moment = m_means.clock->now();
    if (result.retryAfter)
        m_lanes.hold(server, moment + *result.retryAfter);
    const int limit = std::min(m_lanes.queue().limit(server), m_means.plan->atOnce);
    if (const auto less = m_throttling.refused(server, moment, moment + wait, limit)) {
        m_lanes.setLimit(server, *less);
        m_means.logbook->noteSteppedDown({now(), server.text, *less});
    }
    noteHolds();
}

/// Everybody stands still until somebody made room: what one task frees, another would eat.
QCoro::Task<Lanes::End> TaskRunner::waitForRoom(Errand *errand, record::Failure failure, End end)
{
    standStill(failure);
    co_await letGo(errand);
    end = pauseFor(errand, std::move(failure), std::move(end));
    co_return end;
}

void TaskRunner::standStill(const record::Failure &failure)
{
    m_means.logbook->noteDiskFull(failure);
    m_lanes.setStandingStill(true);
    for (const Errand *errand : m_errands.all()) {
        if (errand->wish == Wish::None)
            interrupt(errand->index, Wish::Room);
    }
    noteHolds();
}

/// It waits: what cannot be gone on from is not there any more, and does not count.
QCoro::Task<> TaskRunner::letGo(Errand *errand)
{
    const qint64 stays = co_await errand->sink->suspend();
    errand->keepOnly(stays);
}

/// It ends; what came of it counts all the same.
QCoro::Task<> TaskRunner::leaveWhatStays(Errand *errand)
{
    const qint64 stays = co_await errand->sink->suspend();
    errand->record.startsAgain = stays == 0 && errand->record.kept + errand->record.bytes > 0;
}

QCoro::Task<> TaskRunner::leaveNothing(Errand *errand)
{
    co_await errand->sink->discard();
    errand->record.bytes = 0;
    errand->record.kept = 0;
    errand->record.startsAgain = false; // nobody wants it any more
}

QCoro::Task<> TaskRunner::fail(Errand *errand, record::Failure failure)
{
    if (isWorthless(failure))
        co_await errand->sink->discard();
    else
        co_await errand->sink->suspend();
    errand->record.failure = std::move(failure);
    finish(errand, TaskState::Failed);
}

/// It wants something of a server that is not asked any more.
QCoro::Task<> TaskRunner::refuse(Errand *errand, ClosedServers::Reason reason)
{
    errand->record.retryAt = reason.until;
    co_await fail(errand, std::move(reason.failure));
}

/// After a stop: what had begun, and waits.
QCoro::Task<> TaskRunner::endWhatWaits()
{
    const std::vector<Errand *> waiting = m_errands.all();
    for (Errand *errand : waiting) {
        co_await errand->sink->suspend();
        errand->record.failure = make(Cause::Cancelled);
        finish(errand, TaskState::Cancelled);
    }
    for (int index = 0; index < m_means.logbook->ledger().size(); ++index) {
        if (m_means.logbook->ledger().at(index).state == TaskState::Paused)
            setState(index, TaskState::Queued); // it never began
    }
}

/// Of a task that never began.
void TaskRunner::setState(int index, TaskState state)
{
    record::TaskRecord record = m_means.logbook->ledger().at(index);
    record.state = state;
    if (state == TaskState::Cancelled)
        record.failure = make(Cause::Cancelled);
    m_means.logbook->set(index, std::move(record), now());
}

void TaskRunner::endAsFound(Errand *errand, const QString &name, Proof proof,
                            std::optional<qint64> size)
{
    errand->record.alreadyThere = true;
    errand->record.name = name;
    errand->record.path = m_means.folder->pathOf(name);
    errand->record.size = size;
    finish(errand, proof == Proof::Proven ? TaskState::Done : TaskState::Unverified);
}

void TaskRunner::finish(Errand *errand, TaskState state)
{
    errand->end(state, now());
    keep(*errand);
    m_errands.erase(errand->index);
}

} // namespace lapwing::engine
