// SPDX-License-Identifier: MIT
#include "engine/loopmonitor.h"

#include "engine/turns.h"

#include <sys/resource.h>

#include <algorithm>

namespace lapwing::engine {
namespace {

using std::chrono::nanoseconds;

constexpr std::size_t mostStills = 1000; ///< a loop that never rests would fill the memory

nanoseconds cpuOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto of = [](const timeval &time) -> nanoseconds {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

} // namespace

LoopMonitor::LoopMonitor(std::function<nanoseconds()> now)
    : m_now(std::move(now)), m_start(spent()), m_last(m_start.at)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(interval);
}

LoopMonitor::Spent LoopMonitor::spent() const
{
    return {m_now(), timeInTurns(), cpuOf(RUSAGE_THREAD), cpuOf(RUSAGE_SELF)};
}

void LoopMonitor::beat()
{
    const nanoseconds now = m_now();
    const nanoseconds due = m_last + interval;
    m_last = now;
    m_loop.longestStill = std::max(m_loop.longestStill, now - due);
    if (now - due > record::Loop::stillness) {
        if (m_loop.stills.size() < mostStills)
            m_loop.stills.push_back({due, now});
        else
            ++m_loop.uncountedStills;
    }
    if (onBeat)
        onBeat();
}

record::Loop LoopMonitor::loop() const
{
    const Spent end = spent();
    record::Loop loop = m_loop;
    loop.watched = end.at - m_start.at;
    if (end.busy)
        loop.busy = *end.busy - m_start.busy.value_or(nanoseconds());
    loop.cpu = end.cpu - m_start.cpu;
    loop.processCpu = end.processCpu - m_start.processCpu;
    return loop;
}

} // namespace lapwing::engine
