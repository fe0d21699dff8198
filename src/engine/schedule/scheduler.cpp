// SPDX-License-Identifier: MIT
#include "engine/schedule/scheduler.h"

namespace lapwing::engine {

Scheduler::Scheduler(int atOnce, int perOrigin, std::shared_ptr<async::Clock> clock, Work work)
    : m_queue(perOrigin), m_clock(std::move(clock)), m_work(std::move(work)), m_atOnce(atOnce)
{
}

void Scheduler::add(int index, const Origin &origin)
{
    m_queue.add(index, origin);
    if (m_isRunning)
        openLanes();
    wakeOne();
}

void Scheduler::putBack(int index, const End &end)
{
    if (end.kind == End::Kind::Back)
        m_queue.add(index, end.next, end.due);
    if (end.kind == End::Kind::Parked)
        m_queue.park(index, end.next);
}

void Scheduler::settle(int index, const End &end)
{
    --m_pending;
    putBack(index, end);
    if (m_isRunning)
        openLanes();
    wakeAll();
}

bool Scheduler::park(int index)
{
    const std::optional<Origin> at = m_queue.withdraw(index);
    if (at)
        m_queue.park(index, *at);
    return at.has_value();
}

void Scheduler::unpark(int index)
{
    if (const std::optional<Origin> at = m_queue.withdraw(index))
        add(index, *at);
}

bool Scheduler::withdraw(int index)
{
    const bool found = m_queue.withdraw(index).has_value();
    if (isOver())
        wakeAll();
    return found;
}

void Scheduler::setAtOnce(int atOnce)
{
    m_atOnce = atOnce;
    if (m_isRunning)
        openLanes();
    wakeAll(); // an idle lane too many ends
}

void Scheduler::setPerOrigin(int perOrigin)
{
    m_queue.setPerOrigin(perOrigin);
    wakeAll();
}

void Scheduler::setSuspended(bool still)
{
    m_isStandingStill = still;
    wakeAll();
}

void Scheduler::setAwaitsMore(bool awaits)
{
    m_awaitsMore = awaits;
    if (isOver())
        wakeAll();
}

void Scheduler::hold(const Origin &origin, Queue::Time until)
{
    m_queue.hold(origin, until);
    wakeAll(); // for the alarm: an idle lane sets it
}

void Scheduler::setLimit(const Origin &origin, int limit)
{
    m_queue.setLimit(origin, limit);
    wakeAll();
}

void Scheduler::setOneAtATime(const Origin &origin, bool on)
{
    m_queue.setOneAtATime(origin, on);
    wakeAll();
}

bool Scheduler::move(const Origin &from, const Origin &to)
{
    if (!m_queue.move(from, to))
        return false;
    wakeOne();
    return true;
}

void Scheduler::openLanes()
{
    while (m_open < m_atOnce && !isOver() && !m_stop.stop_requested()) {
        ++m_open;
        m_scope.launch(lane(m_stop));
    }
}

QCoro::Task<> Scheduler::run(std::stop_token stop)
{
    m_stop = stop;
    m_isRunning = true;
    openLanes();
    co_await m_scope.join();
    m_isRunning = false;
    m_alarms.requestStop();
    co_await m_alarms.join();
}

std::optional<Queue::Ticket> Scheduler::take()
{
    if (m_isStandingStill)
        return std::nullopt;
    return m_queue.take(m_clock->now());
}

QCoro::Task<> Scheduler::lane(std::stop_token stop)
{
    async::Event turn;
    const async::WakeOnStop wake(stop, &turn);
    while (!stop.stop_requested() && m_open <= m_atOnce && !isOver()) {
        std::optional<Queue::Ticket> ticket = take();
        if (ticket) {
            co_await work(std::move(*ticket), stop);
            continue;
        }
        scheduleWakeUp();
        m_idle.push_back(&turn);
        co_await turn;
        std::erase(m_idle, &turn);
    }
    --m_open;
    if (isOver())
        wakeAll();
}

QCoro::Task<> Scheduler::work(Queue::Ticket ticket, std::stop_token stop)
{
    End end = co_await m_work(ticket.index, ticket.origin, stop);
    m_queue.release(end.at);
    putBack(ticket.index, end);
    if (end.kind == End::Kind::Pending)
        ++m_pending;
    wakeOne();
}

/// A single entry that waits for its time still gets its turn: a lane is woken then. Not while they
/// stand still: what falls due meanwhile stays due, and an alarm for it would ring again and again.
void Scheduler::scheduleWakeUp()
{
    if (m_isStandingStill)
        return;
    const std::optional<Queue::Time> due = m_queue.nextDue();
    if (due && (!m_alarm || *due < *m_alarm))
        m_alarms.launch(wakeLanesAt(*due, m_alarms.token()));
}

QCoro::Task<> Scheduler::wakeLanesAt(Queue::Time due, std::stop_token stop)
{
    m_alarm = due;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - m_clock->now());
    co_await m_clock->sleepFor(wait, stop);
    if (m_alarm == due)
        m_alarm.reset();
    wakeAll();
}

void Scheduler::wakeOne()
{
    if (m_idle.empty())
        return;
    m_idle.back()->set();
    m_idle.pop_back();
}

void Scheduler::wakeAll()
{
    for (async::Event *lane : m_idle)
        lane->set();
}

} // namespace lapwing::engine
