// SPDX-License-Identifier: MIT
#include "engine/loopmonitor.h"

#include <algorithm>

namespace lapwing::engine {

LoopMonitor::LoopMonitor()
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        const std::chrono::nanoseconds late =
            std::chrono::nanoseconds(m_sinceLast.nsecsElapsed()) - interval;
        m_sinceLast.start();
        m_longest = std::max(m_longest, late);
    });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_sinceLast.start();
    m_timer.start(interval);
}

} // namespace lapwing::engine
