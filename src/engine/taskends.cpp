// SPDX-License-Identifier: MIT
// How an attempt ends: the file gets its name, the task fails or is cancelled, or it goes back to the queue.
#include "engine/taskrunner.h"

namespace lapwing::engine {
namespace {

using record::Cause;
using record::TaskState;
using Interruption = ActiveTask::Interruption;
using Kind = Scheduler::End::Kind;

/// Of these nothing is kept: going on from there would end the same way.
bool mustDiscardPart(const record::Failure &failure)
{
    return failure.cause == Cause::TooLarge || failure.cause == Cause::LargerThanDisk
        || failure.cause == Cause::NotProven || failure.cause == Cause::ChecksumMismatch;
}

} // namespace

QCoro::Task<Scheduler::End> TaskRunner::handleResult(ActiveTask *task, FetchResult result, End end)
{
    if (result.isUnchanged) {
        co_await task->sink->discard();
        finishUnchanged(task);
        co_return end;
    }
    if (!result.proof) {
        end = co_await failed(task, std::move(result), std::move(end));
        co_return end;
    }
    const bool isFound = co_await endAsSame(task, *result.proof);
    if (isFound)
        co_return end;
    task->record.state = TaskState::Committing;
    keep(*task);
    if (m_dependencies.folder != nullptr)
        m_dependencies.folder->setCommitImmediately(
            m_scheduler.isLast()); // no other file is coming: it need not wait
    // The lane is for the network: it goes on, unless the disk falls far behind.
    if (task->folder != nullptr && task->folder->isBacklogged()) {
        end = co_await commit(task, *result.proof, std::move(end));
        co_return end;
    }
    end.kind = Kind::Pending;
    m_work.launch(commitWithoutLane(task, *result.proof));
    co_return end;
}

/// True: what came is the file that an earlier run left, which stays. There was nothing to ask with, or a server tells the
/// same file by another validator, as each node of many may by its own.
QCoro::Task<bool> TaskRunner::endAsSame(ActiveTask *task, Proof proof)
{
    std::optional<Finished> earlier;
    if (task->request.finished)
        earlier = m_tasks.finishedFileOf(*task);
    if (!earlier)
        co_return false;
    const bool isSame = co_await task->sink->confirm(earlier->name, proof);
    if (!isSame)
        co_return false;
    co_await task->sink->discard();
    if (earlier->provenance.proof == Proof::Proven)
        proof = Proof::Proven;
    finishAlreadyThere(task, earlier->name, proof, earlier->provenance.source.total);
    co_return true;
}

QCoro::Task<> TaskRunner::commitWithoutLane(ActiveTask *task, Proof proof)
{
    const int index = task->index;
    End end;
    end = co_await commit(task, proof, std::move(end));
    m_scheduler.settle(index, end);
}

QCoro::Task<Scheduler::End> TaskRunner::commit(ActiveTask *task, Proof proof, End end)
{
    const plan::Entry &entry = task->request.entry;
    if (m_dependencies.plan->requireProof && proof == Proof::Unverified && !entry.checksum) {
        end = co_await tryElsewhere(task, make(Cause::NotProven), std::move(end));
        co_return end;
    }
    const QString name = task->record.name == entry.name ? QString() : task->record.name;
    MaybeCommitted committed = co_await task->sink->commit(proof, name);
    if (committed) {
        task->record.path =
            m_dependencies.plan->destination.keepFiles ? committed->path : QString();
        task->record.alreadyThere = committed->nameTaken;
        task->record.nameTaken = committed->nameTaken;
        task->record.attempts.back().verify = committed->hashing;
        finish(task, committed->proof == Proof::Proven ? TaskState::Done : TaskState::Unverified);
        co_return end;
    }
    const bool waits = committed.error().cause == Cause::DiskFull
        && m_dependencies.plan->destination.whenFull == plan::WhenFull::Wait;
    if (waits)
        end = co_await waitForDiskSpace(task, committed.error(), std::move(end));
    else
        end = co_await tryElsewhere(task, committed.error(), std::move(end));
    co_return end;
}

/// The attempt ended with `failure`; its task goes back to the queue, and stays there.
Scheduler::End TaskRunner::pauseFor(ActiveTask *task, record::Failure failure, End end)
{
    task->endAttempt(std::move(failure), now());
    return comeBack(task, std::move(end));
}

/// It waits in the queue, as paused.
Scheduler::End TaskRunner::comeBack(ActiveTask *task, End end)
{
    end.kind = Kind::Back;
    end.next = Origin(task->isFollowing ? task->request.url : task->places.url());
    task->pause(now());
    keep(*task);
    return end;
}

/// The attempt was told to end: the run, or the one that honour() asks about.
QCoro::Task<Scheduler::End> TaskRunner::interrupted(ActiveTask *task, record::Failure failure,
                                                    End end)
{
    if (task->interruption == Interruption::None) {
        co_await leaveWhatStays(task);
        task->record.failure = std::move(failure);
        finish(task, TaskState::Cancelled);
        co_return end;
    }
    if (task->interruption != Interruption::Cancel)
        co_await suspendSink(task);
    end = pauseFor(task, std::move(failure), std::move(end));
    co_return end;
}

QCoro::Task<Scheduler::End> TaskRunner::failed(ActiveTask *task, FetchResult result, End end)
{
    record::Failure failure = *result.attempt.failure;
    if (failure.cause == Cause::Cancelled || task->interruption != Interruption::None) {
        end = co_await interrupted(task, std::move(failure), std::move(end));
        co_return end;
    }
    if (result.mayHaveBeenBlocked)
        task->request.exclusiveManager = true; // this one does not count: it may be another's fault
    else
        task->places.countFailure();
    if (failure.cause == Cause::DiskFull
        && m_dependencies.plan->destination.whenFull == plan::WhenFull::Wait) {
        end = co_await waitForDiskSpace(task, std::move(failure), std::move(end));
        co_return end;
    }
    if (isTooLong(result)) {
        closeUntil(task, result);
        failure = *task->record.failure;
    }
    const std::optional<Queue::Time> due = whenNext(task, result, failure, end.at);
    if (due)
        end = co_await goOnLater(task, std::move(failure), *due, std::move(end));
    else
        co_await fail(task, std::move(failure));
    co_return end;
}

/// All tasks pause until space is freed; otherwise one would consume what another releases.
QCoro::Task<Scheduler::End> TaskRunner::waitForDiskSpace(ActiveTask *task, record::Failure failure,
                                                         End end)
{
    pauseAllForDiskFull(failure);
    co_await suspendSink(task);
    end = pauseFor(task, std::move(failure), std::move(end));
    co_return end;
}

void TaskRunner::pauseAllForDiskFull(const record::Failure &failure)
{
    m_dependencies.recorder->noteDiskFull(failure);
    m_scheduler.setSuspended(true);
    for (int index = 0; index < ledger().size(); ++index) {
        if (ledger().at(index)->start && !ledger().at(index)->end)
            pauseForDiskFull(index);
    }
    noteHolds();
}

void TaskRunner::pauseForDiskFull(int index)
{
    ActiveTask *task = m_tasks.find(index);
    const bool isQueued = m_scheduler.queue().holds(index);
    if (task == nullptr)
        setState(index, TaskState::Paused);
    else if (isQueued)
        keepQueued(task);
    else if (task->interruption == Interruption::None)
        interrupt(index, Interruption::DiskFull);
}

/// It waits in the queue, or is about to. While the disk is full that time does not count.
void TaskRunner::keepQueued(ActiveTask *task)
{
    if (m_dependencies.recorder->isDiskFull())
        task->pause(now());
    keep(*task);
}

/// It waits: what cannot be gone on from is not there any more, and does not count.
QCoro::Task<> TaskRunner::suspendSink(ActiveTask *task)
{
    const qint64 stays = co_await task->sink->suspend();
    task->keepOnly(stays);
}

/// It ends; what came of it counts all the same.
QCoro::Task<> TaskRunner::leaveWhatStays(ActiveTask *task)
{
    const qint64 stays = co_await task->sink->suspend();
    task->record.startsAgain = stays == 0 && task->record.kept + task->record.bytes > 0;
}

QCoro::Task<> TaskRunner::fail(ActiveTask *task, record::Failure failure)
{
    if (mustDiscardPart(failure)) {
        co_await task->sink->discard();
        task->record.startsAgain = false; // the failure says why nothing stays
    } else {
        co_await leaveWhatStays(task);
    }
    task->record.failure = std::move(failure);
    finish(task, TaskState::Failed);
}

/// It wants something of a server that is not asked any more.
QCoro::Task<> TaskRunner::refuse(ActiveTask *task, ClosedServers::Reason reason)
{
    task->record.retryAt = reason.until;
    co_await fail(task, std::move(reason.failure));
}

/// After a stop: what had begun, and waits.
QCoro::Task<> TaskRunner::cancelAllWaiting()
{
    const std::vector<ActiveTask *> waiting = m_tasks.all();
    for (const ActiveTask *task : waiting) // a command of the user finds none of them any more
        m_scheduler.withdraw(task->index);
    for (ActiveTask *task : waiting)
        co_await cancelQueued(task);
    for (int index = 0; index < ledger().size(); ++index) {
        if (ledger().at(index)->start && !ledger().at(index)->end)
            setState(index, TaskState::Cancelled); // it was to be tried again
        else if (ledger().at(index)->state == TaskState::Paused)
            setState(index, TaskState::Queued); // it never began
    }
}

/// Of a task that never began, or not since it was to be tried again. While the disk is full its time does not count.
void TaskRunner::setState(int index, TaskState state)
{
    record::TaskRecord record = ledger().at(index);
    const record::Stamp moment = now();
    record.state = state;
    if (state == TaskState::Paused)
        record::beginPause(record, moment);
    else if (state != TaskState::Queued || !m_dependencies.recorder->isDiskFull())
        record::endPause(record, moment);
    if (state == TaskState::Cancelled) {
        record.failure = make(Cause::Cancelled);
        if (record.start)
            record.end = moment;
    }
    m_dependencies.recorder->set(index, std::move(record));
}

void TaskRunner::finishAlreadyThere(ActiveTask *task, const QString &name, Proof proof,
                                    std::optional<qint64> size)
{
    task->record.alreadyThere = true;
    task->record.name = name;
    task->record.path = task->folder->pathOf(name);
    task->record.size = size;
    finish(task, proof == Proof::Proven ? TaskState::Done : TaskState::Unverified);
}

/// The server has no other file than what is there, or no newer one.
void TaskRunner::finishUnchanged(ActiveTask *task)
{
    if (const auto finished = m_tasks.finishedFileOf(*task))
        finishAlreadyThere(task, finished->name, finished->provenance.proof,
                           finished->provenance.source.total);
    else
        finishSkipped(task, task->request.named->name);
}

/// The file that has its name stays, whose that may be.
void TaskRunner::finishSkipped(ActiveTask *task, const QString &name)
{
    task->record.nameTaken = true;
    finishAlreadyThere(task, name, Proof::Unverified, std::nullopt);
}

void TaskRunner::finish(ActiveTask *task, TaskState state)
{
    task->end(state, now());
    if (record::hasFile(state))
        task->record.begunIn.clear();
    keep(*task);
    m_tasks.erase(task->index);
}

} // namespace lapwing::engine
