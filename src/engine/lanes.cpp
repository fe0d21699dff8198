// SPDX-License-Identifier: MIT
#include "engine/lanes.h"

namespace lapwing::engine {

Lanes::Lanes(int atOnce, int perOrigin, Work work)
    : m_queue(perOrigin), m_work(std::move(work)), m_atOnce(atOnce)
{
}

void Lanes::setAtOnce(int atOnce)
{
    m_atOnce = atOnce;
    if (m_isRunning)
        openLanes();
    wakeAll(); // an idle lane too many ends
}

void Lanes::setPerOrigin(int perOrigin)
{
    m_queue.setPerOrigin(perOrigin);
    wakeAll();
}

bool Lanes::move(const Origin &from, const Origin &to)
{
    if (!m_queue.move(from, to))
        return false;
    wakeOne();
    return true;
}

void Lanes::openLanes()
{
    while (m_open < m_atOnce && !isOver() && !m_stop.stop_requested()) {
        ++m_open;
        m_scope.launch(lane(m_stop));
    }
}

QCoro::Task<> Lanes::run(std::stop_token stop)
{
    m_stop = stop;
    m_isRunning = true;
    openLanes();
    co_await m_scope.join();
    m_isRunning = false;
}

QCoro::Task<> Lanes::lane(std::stop_token stop)
{
    async::Event turn;
    const async::WakeOnStop wake(stop, &turn);
    while (!stop.stop_requested() && m_open <= m_atOnce && !isOver()) {
        std::optional<Queue::Ticket> ticket = m_queue.take();
        if (ticket) {
            co_await work(std::move(*ticket), stop);
            continue;
        }
        m_idle.push_back(&turn);
        co_await turn;
        std::erase(m_idle, &turn);
    }
    --m_open;
    if (isOver())
        wakeAll();
}

QCoro::Task<> Lanes::work(Queue::Ticket ticket, std::stop_token stop)
{
    End end = co_await m_work(ticket.number, ticket.origin, stop);
    m_queue.release(end.at);
    if (end.backAt)
        m_queue.add(ticket.number, *end.backAt);
    wakeOne();
}

void Lanes::wakeOne()
{
    if (m_idle.empty())
        return;
    m_idle.back()->set();
    m_idle.pop_back();
}

void Lanes::wakeAll()
{
    for (async::Event *lane : m_idle)
        lane->set();
}

} // namespace lapwing::engine
