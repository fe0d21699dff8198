// SPDX-License-Identifier: MIT
#include "engine/system/loopstalldetector.h"

namespace lapwing::engine {

LoopStallDetector::LoopStallDetector(std::function<std::chrono::nanoseconds()> now,
                                     std::function<void(std::chrono::nanoseconds)> tell)
    : m_now(std::move(now))
    , m_tell(std::move(tell))
    , m_last(m_now())
    , m_thread([this](const std::stop_token &stop) { watch(stop); })
{
}

void LoopStallDetector::watch(const std::stop_token &stop)
{
    std::chrono::nanoseconds told{-1};
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_end.wait_for(lock, stop, patience / 4, [] { return false; });
        const std::chrono::nanoseconds last = m_last;
        if (stop.stop_requested() || m_now() - last < patience || last == told)
            continue;
        told = last;
        m_tell(last);
    }
}

} // namespace lapwing::engine
