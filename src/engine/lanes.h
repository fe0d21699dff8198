// SPDX-License-Identifier: MIT
#pragma once

#include "async/scope.h"
#include "engine/queue.h"

#include <functional>

namespace lapwing::engine {

/// The scheduler: n coroutines that take the next eligible entry from one queue until it is empty. One
/// at a time is the same with n = 1, which is what makes the comparison honest. A lane never holds an
/// entry that waits: one whose redirect meets a host at its limit goes back to the queue.
class Lanes {
public:
    /// How the work on an entry ended.
    struct End {
        Origin at;                    ///< where it is in flight now
        std::optional<Origin> backAt; ///< it is not done: it waits for room there
    };
    /// The work on entry `number`, in flight at `origin` when it begins.
    using Work = std::function<QCoro::Task<End>(int number, Origin origin, std::stop_token stop)>;

    Lanes(int atOnce, int perOrigin, Work work);

    void add(int number, const Origin &origin) { m_queue.add(number, origin); } ///< before run()

    /// May change while it runs: more lanes start at once, one too many ends after its task.
    void setAtOnce(int atOnce);
    void setPerOrigin(int perOrigin);

    /// For the work: entry goes on at another origin, if that has room. See Queue::move.
    [[nodiscard]] bool move(const Origin &from, const Origin &to);

    /// Until the queue is empty and every lane has ended; on a stop, until every lane has.
    [[nodiscard]] QCoro::Task<> run(std::stop_token stop);

private:
    [[nodiscard]] QCoro::Task<> lane(std::stop_token stop);
    [[nodiscard]] QCoro::Task<> work(Queue::Ticket ticket, std::stop_token stop);
    [[nodiscard]] bool isOver() const { return m_queue.isEmpty() && m_queue.inFlight() == 0; }
    void openLanes();
    void wakeOne();
    void wakeAll();

    Queue m_queue;
    Work m_work;
    int m_atOnce;
    int m_open = 0; ///< lanes
    std::stop_token m_stop;
    bool m_isRunning = false;
    std::vector<async::Event *> m_idle; ///< lanes that found nothing eligible
    async::Scope m_scope;
};

} // namespace lapwing::engine
