// SPDX-License-Identifier: MIT
#pragma once

#include "engine/errands.h"
#include "engine/schedule/closedservers.h"
#include "engine/schedule/lanes.h"
#include "engine/schedule/retry.h"
#include "engine/schedule/silence.h"
#include "engine/schedule/throttling.h"

#include <memory>

namespace lapwing::engine {

/// The work on the tasks of a run, from the queue to their ends: attempts, waits between them, commits,
/// and what a person wants of one task or the other meanwhile.
class TaskRunner {
public:
    /// What it works with; all of it outlives it. `folder` is null when the bytes are discarded.
    struct Means {
        const plan::Plan *plan;
        std::shared_ptr<async::Clock> clock;
        Transport *transport;
        Folder *folder;
        Logbook *logbook;
    };

    explicit TaskRunner(Means means);

    /// Until every task has ended; on a stop, until everything under way has. Once.
    [[nodiscard]] QCoro::Task<> run(std::stop_token stop);

    void setAtOnce(int atOnce) { m_lanes.setAtOnce(atOnce); }
    [[nodiscard]] int inFlight() const { return m_lanes.queue().inFlight(); }
    void setPerOrigin(int perOrigin) { m_lanes.setPerOrigin(perOrigin); }

    // By place in the plan; see Session.
    void pause(int index);
    void resume(int index);
    void cancel(int index);
    void retry(int index);
    void goOn();

private:
    using End = Lanes::End;

    [[nodiscard]] QCoro::Task<End> work(int index, Origin origin, std::stop_token stop);
    [[nodiscard]] QCoro::Task<End> attempt(Errand *errand, Origin origin);
    [[nodiscard]] QCoro::Task<End> conclude(Errand *errand, FetchResult result, End end);
    [[nodiscard]] QCoro::Task<End> commit(Errand *errand, Proof proof, End end);
    [[nodiscard]] QCoro::Task<bool> endAsSame(Errand *errand, Proof proof);
    [[nodiscard]] QCoro::Task<> commitWithoutLane(Errand *errand, Proof proof);
    [[nodiscard]] End pauseFor(Errand *errand, record::Failure failure, End end);
    [[nodiscard]] QCoro::Task<End> interrupted(Errand *errand, record::Failure failure, End end);
    [[nodiscard]] QCoro::Task<End> failed(Errand *errand, FetchResult result, End end);
    [[nodiscard]] QCoro::Task<End> waitForRoom(Errand *errand, record::Failure failure, End end);
    [[nodiscard]] QCoro::Task<> fail(Errand *errand, record::Failure failure);
    [[nodiscard]] QCoro::Task<> refuse(Errand *errand, ClosedServers::Reason reason);
    [[nodiscard]] QCoro::Task<End> honour(Errand *errand, End end);
    [[nodiscard]] QCoro::Task<> cancelWaiting(Errand *errand);
    [[nodiscard]] QCoro::Task<> letGo(Errand *errand);
    [[nodiscard]] QCoro::Task<> leaveWhatStays(Errand *errand);
    [[nodiscard]] QCoro::Task<> leaveNothing(Errand *errand);
    [[nodiscard]] QCoro::Task<> endWhatWaits();

    [[nodiscard]] const plan::Entry &entryAt(int index) const
    {
        return m_means.plan->entries[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] record::Stamp now() const { return m_means.transport->now(); }
    void tell(Errand *errand, const Progress &progress);
    void keep(const Errand &errand) { m_means.logbook->set(errand.index, errand.record, now()); }
    [[nodiscard]] std::optional<ClosedServers::Reason> whyClosed(const Origin &server) const
    {
        return m_closed.reason(server, now());
    }
    [[nodiscard]] bool isTooLong(const FetchResult &result) const;
    void closeUntil(Errand *errand, const FetchResult &result);
    void hear(const FetchResult &result);
    void takeTimeOut(const record::Hop &hop);
    void noteHolds();
    void noteHeld(Errand &errand, const Origin &origin) const;
    void leaveAlone(const FetchResult &result, std::chrono::milliseconds wait);
    void standStill(const record::Failure &failure);
    void endAsFound(Errand *errand, const QString &name, Proof proof, std::optional<qint64> size);
    void finish(Errand *errand, record::TaskState state);
    void setState(int index, record::TaskState state);
    void interrupt(int index, Errand::Wish wish);

    Means m_means;
    Errands m_errands;
    Retry m_retry;
    Throttling m_throttling;
    Silence m_silence;
    ClosedServers m_closed;
    Lanes m_lanes;
    async::Scope m_work; ///< commits that no lane waits for, and what a cancel leaves to be done
};

} // namespace lapwing::engine
