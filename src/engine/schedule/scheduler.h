// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "async/scope.h"
#include "engine/schedule/queue.h"

#include <functional>

namespace lapwing::engine {

/// The scheduler: n coroutines that take the next eligible entry from one queue until it is empty. One
/// at a time is the same with n = 1, which is what makes the comparison honest. A lane never holds an
/// entry that waits (for room at a host, for a retry, because it is paused): that goes back to the queue.
class Scheduler {
public:
    /// What becomes of an entry after the work on it.
    struct End {
        enum class Kind {
            Over,    ///< nothing more to do
            Back,    ///< goes on at `next` when there is room, not before `due`
            Parked,  ///< goes on at `next` when unpark() says so
            Pending, ///< something that needs no lane goes on; settle() will say how it ended
        };
        Kind kind = Kind::Over;
        Origin at; ///< where it is in flight now; Queue::move may have changed it
        Origin next;
        std::optional<Queue::Time> due; ///< on the clock of the lanes
    };
    /// The work on the entry at `index`, in flight at `origin` when it begins.
    using Work = std::function<QCoro::Task<End>(int index, Origin origin, std::stop_token stop)>;

    Scheduler(int atOnce, int perOrigin, std::shared_ptr<async::Clock> clock, Work work);

    /// Before run(), or while it runs.
    void add(int index, const Origin &origin);
    /// What begins already is not held up by it; see Queue.
    void setTurn(int index, const plan::Turn &turn) { m_queue.setTurn(index, turn); }
    /// What became of an entry that was Pending. `end.at` does not count.
    void settle(int index, const End &end);
    /// One that waits stops doing so until unpark(); false: it does not wait.
    bool park(int index);
    void unpark(int index);
    /// One that waits leaves for good; false: it does not wait.
    bool withdraw(int index);

    /// May change while it runs: more lanes start at once, one too many ends after its task.
    void setAtOnce(int atOnce);
    void setPerOrigin(int perOrigin);
    /// No lane takes an entry meanwhile; attempts that are under way continue.
    void setSuspended(bool still);

    /// While more may be added, lanes without work wait for it; false at first.
    void setAwaitsMore(bool awaits);

    /// Nothing more is asked of this origin before `until`; see Queue.
    void hold(const Origin &origin, Queue::Time until);
    void setLimit(const Origin &origin, int limit);
    void setOneAtATime(const Origin &origin, bool on);
    [[nodiscard]] const Queue &queue() const { return m_queue; }
    [[nodiscard]] bool isRunning() const { return m_isRunning && !m_stop.stop_requested(); }

    /// For the work: entry goes on at another origin, if that has room. See Queue::move.
    [[nodiscard]] bool move(const Origin &from, const Origin &to);

    /// For the work: nothing waits, and nothing else is in flight.
    [[nodiscard]] bool isLast() const { return m_queue.isEmpty() && m_queue.inFlight() == 1; }

    /// Until no more is awaited, the queue is empty, nothing is pending and every lane has ended; on a stop, until every lane has.
    [[nodiscard]] QCoro::Task<> run(std::stop_token stop);

private:
    [[nodiscard]] QCoro::Task<> lane(std::stop_token stop);
    [[nodiscard]] QCoro::Task<> work(Queue::Ticket ticket, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> wakeLanesAt(Queue::Time due, std::stop_token stop);
    [[nodiscard]] std::optional<Queue::Ticket> take();
    [[nodiscard]] bool isOver() const
    {
        return !m_awaitsMore && m_queue.isEmpty() && m_queue.inFlight() == 0 && m_pending == 0;
    }
    void putBack(int index, const End &end);
    void scheduleWakeUp();
    void openLanes();
    void wakeOne();
    void wakeAll();

    Queue m_queue;
    std::shared_ptr<async::Clock> m_clock;
    Work m_work;
    int m_atOnce;
    int m_open = 0; ///< lanes
    int m_pending = 0;
    std::stop_token m_stop;
    bool m_isRunning = false;
    bool m_isStandingStill = false;
    bool m_awaitsMore = false;
    std::optional<Queue::Time> m_alarm; ///< the earliest that is set
    std::vector<async::Event *> m_idle; ///< lanes that found nothing eligible
    async::Scope m_alarms;
    async::Scope m_scope;
};

} // namespace lapwing::engine
