// SPDX-License-Identifier: MIT
#pragma once

#include "engine/activetasks.h"
#include "engine/schedule/closedservers.h"
#include "engine/schedule/retry.h"
#include "engine/schedule/scheduler.h"
#include "engine/schedule/serverspeeds.h"
#include "engine/schedule/silence.h"
#include "engine/schedule/throttling.h"

#include <memory>

namespace lapwing::engine {

/// The work on the tasks of a run, from the queue to their ends: attempts, waits between them, commits,
/// and executes user commands on individual tasks.
class TaskRunner {
public:
    /// What it works with; all of it outlives it. `folder` is null when the bytes are discarded.
    struct Dependencies {
        const plan::Plan *plan;
        std::shared_ptr<async::Clock> clock;
        Transport *transport;
        Folder *folder;
        RunRecorder *recorder;
    };

    explicit TaskRunner(Dependencies dependencies);

    /// Until every task has ended; on a stop, until everything under way has. Once.
    [[nodiscard]] QCoro::Task<> run(std::stop_token stop);

    [[nodiscard]] bool isRunning() const { return m_scheduler.isRunning(); }
    /// Queues the entries that the plan got since the last call.
    void queueNew();
    /// The entry of the plan has another turn.
    void takeTurn(int index) { m_scheduler.setTurn(index, entryAt(index).turn); }

    /// The run goes on, whatever is left to do, while more entries may come.
    void setAwaitsMore(bool awaits) { m_scheduler.setAwaitsMore(awaits); }
    void setAtOnce(int atOnce) { m_scheduler.setAtOnce(atOnce); }
    [[nodiscard]] int inFlight() const { return m_scheduler.queue().inFlight(); }
    void setPerOrigin(int perOrigin) { m_scheduler.setPerOrigin(perOrigin); }

    // By index in the plan; see Session.
    void pause(int index);
    void resume(int index);
    void cancel(int index);
    void retry(int index);
    void resumeAfterDiskFull();

private:
    using End = Scheduler::End;

    [[nodiscard]] QCoro::Task<End> work(int index, Origin origin, std::stop_token stop);
    [[nodiscard]] QCoro::Task<End> workOn(ActiveTask *task, Origin origin, std::stop_token stop);
    [[nodiscard]] QCoro::Task<End> attempt(ActiveTask *task, Origin origin);

    // What the user has told it meanwhile: taskcommands.cpp.
    [[nodiscard]] QCoro::Task<End> honour(ActiveTask *task, End end);
    [[nodiscard]] QCoro::Task<> cancelQueued(ActiveTask *task);
    void endPause(ActiveTask *task);

    // How it ends: taskends.cpp.
    [[nodiscard]] QCoro::Task<End> handleResult(ActiveTask *task, FetchResult result, End end);
    [[nodiscard]] QCoro::Task<End> commit(ActiveTask *task, Proof proof, End end);
    [[nodiscard]] QCoro::Task<bool> endAsSame(ActiveTask *task, Proof proof);
    [[nodiscard]] QCoro::Task<> commitWithoutLane(ActiveTask *task, Proof proof);
    [[nodiscard]] End comeBack(ActiveTask *task, End end);
    [[nodiscard]] End pauseFor(ActiveTask *task, record::Failure failure, End end);
    [[nodiscard]] QCoro::Task<End> interrupted(ActiveTask *task, record::Failure failure, End end);
    [[nodiscard]] QCoro::Task<End> failed(ActiveTask *task, FetchResult result, End end);
    [[nodiscard]] QCoro::Task<End> waitForDiskSpace(ActiveTask *task, record::Failure failure,
                                                    End end);
    [[nodiscard]] QCoro::Task<> fail(ActiveTask *task, record::Failure failure);
    [[nodiscard]] QCoro::Task<> refuse(ActiveTask *task, ClosedServers::Reason reason);
    [[nodiscard]] QCoro::Task<> suspendSink(ActiveTask *task);
    [[nodiscard]] QCoro::Task<> leaveWhatStays(ActiveTask *task);
    [[nodiscard]] QCoro::Task<> cancelAllWaiting();

    // Where the file goes, and where it comes from: taskplaces.cpp.
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> findPlace(ActiveTask *task);
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> findFolder(ActiveTask *task);
    [[nodiscard]] QCoro::Task<bool> goOnWhereBegun(ActiveTask *task);
    [[nodiscard]] QCoro::Task<End> goOnLater(ActiveTask *task, record::Failure failure,
                                             Queue::Time due, End end);
    [[nodiscard]] QCoro::Task<End> tryElsewhere(ActiveTask *task, record::Failure failure, End end);
    [[nodiscard]] QCoro::Task<End> passBy(ActiveTask *task, ClosedServers::Reason reason, End end);
    [[nodiscard]] std::optional<Queue::Time> nextPlace(ActiveTask *task,
                                                       std::optional<Queue::Time> due) const;
    [[nodiscard]] std::optional<Queue::Time> whenNext(ActiveTask *task, const FetchResult &result,
                                                      const record::Failure &failure,
                                                      const Origin &server);

    [[nodiscard]] const plan::Entry &entryAt(int index) const
    {
        return m_dependencies.plan->entries[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const record::Ledger &ledger() const { return m_dependencies.recorder->ledger(); }
    [[nodiscard]] record::Stamp now() const { return m_dependencies.transport->now(); }
    void tell(ActiveTask *task, const FetchProgress &progress);
    void keep(const ActiveTask &task) { m_dependencies.recorder->set(task.index, task.record); }
    void keepQueued(ActiveTask *task);
    void pauseAllForDiskFull(const record::Failure &failure);
    void pauseForDiskFull(int index);
    void resumeQueued(int index);
    void finishAlreadyThere(ActiveTask *task, const QString &name, Proof proof,
                            std::optional<qint64> size);
    void finishUnchanged(ActiveTask *task);
    void finishSkipped(ActiveTask *task, const QString &name);
    void finish(ActiveTask *task, record::TaskState state);
    void setState(int index, record::TaskState state);
    void interrupt(int index, ActiveTask::Interruption interruption);

    // What is known of the servers: taskservers.cpp.
    /// Absent: the user chose another, or the list names none for it.
    [[nodiscard]] std::optional<plan::Proxy> listedProxyFor(const QUrl &url,
                                                            const plan::EntryTerms &terms) const;
    /// As what is remembered what a server did: through a proxy that a list names it may be another one, and what
    /// came of that is no reason for anybody else.
    [[nodiscard]] Origin knownAs(const Origin &server, const plan::EntryTerms &terms) const;
    [[nodiscard]] std::optional<ClosedServers::Reason> whyClosed(const Origin &server,
                                                                 const ActiveTask &task) const
    {
        return m_closed.reason(knownAs(server, task.request.terms), now());
    }
    [[nodiscard]] bool isTooLong(const FetchResult &result) const;
    void openServersOf(int index);
    void closeUntil(ActiveTask *task, const FetchResult &result);
    void hear(const ActiveTask &task, const FetchResult &result);
    void takeTimeOut(const ActiveTask &task, const record::Hop &hop);
    void noteHolds();
    void noteHeld(ActiveTask &task, const Origin &origin) const;
    void backOff(const ActiveTask &task, const FetchResult &result, std::chrono::milliseconds wait);
    void noteSpeed(const ActiveTask &task);

    Dependencies m_dependencies;
    int m_queued = 0; ///< so many entries of the plan were given to the scheduler
    ActiveTasks m_tasks;
    Retry m_retry;
    Throttling m_throttling;
    ServerSpeeds m_speeds;
    Silence m_silence;
    ClosedServers m_closed;
    QMultiHash<int, Origin> m_passedBy; ///< by index: closed servers that redirects led to
    Scheduler m_scheduler;
    async::Scope m_work; ///< commits that no lane waits for, and what a cancel leaves to be done
};

} // namespace lapwing::engine
