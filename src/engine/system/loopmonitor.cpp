// SPDX-License-Identifier: MIT
#include "engine/system/loopmonitor.h"

#include "engine/system/busytime.h"

#include <QFile>

#include <sys/resource.h>

#include <algorithm>

namespace lapwing::engine {
namespace {

using std::chrono::nanoseconds;

constexpr std::size_t maxStalls = 1000; ///< a loop that never rests would fill the memory

nanoseconds cpuOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto of = [](const timeval &time) -> nanoseconds {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// "cpu waited slices": the second, in nanoseconds.
std::optional<nanoseconds> starvedTime()
{
    QFile schedule(QStringLiteral("/proc/thread-self/schedstat"));
    if (!schedule.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QList<QByteArray> words = schedule.readAll().split(' ');
    bool isNumber = false;
    const qint64 waited = words.value(1).toLongLong(&isNumber);
    return isNumber ? std::optional(nanoseconds(waited)) : std::nullopt;
}

} // namespace

LoopMonitor::LoopMonitor(std::function<nanoseconds()> now,
                         std::function<void(nanoseconds)> loopStalled)
    : m_now(std::move(now))
    , m_start(spent())
    , m_last(m_start.at)
    , m_sentry(m_now, std::move(loopStalled))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(interval);
}

LoopMonitor::Spent LoopMonitor::spent() const
{
    return {m_now(), busyTime(), cpuOf(RUSAGE_THREAD), cpuOf(RUSAGE_SELF), starvedTime()};
}

/// The loop came round at `now` and should have at `due`.
void LoopMonitor::note(record::Loop &loop, nanoseconds due, nanoseconds now)
{
    loop.longestStall = std::max(loop.longestStall, now - due);
    if (now - due <= record::Loop::stillness)
        return;
    if (loop.stills.size() < maxStalls)
        loop.stills.push_back({due, now});
    else
        ++loop.uncountedStills;
}

void LoopMonitor::beat()
{
    const nanoseconds now = m_now();
    note(m_loop, m_last + interval, now);
    m_last = now;
    m_sentry.beat();
    if (onBeat)
        onBeat();
}

record::Loop LoopMonitor::loop() const
{
    const Spent end = spent();
    record::Loop loop = m_loop;
    note(loop, m_last + interval, end.at); // who asks may be what holds the loop
    loop.watched = end.at - m_start.at;
    if (end.busy)
        loop.busy = *end.busy - m_start.busy.value_or(nanoseconds());
    loop.cpu = end.cpu - m_start.cpu;
    loop.processCpu = end.processCpu - m_start.processCpu;
    if (end.starved && m_start.starved)
        loop.starved = *end.starved - *m_start.starved;
    return loop;
}

} // namespace lapwing::engine
