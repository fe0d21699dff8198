// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace lapwing::engine {

/// Any Qt.
///
/// A second thread that notices while the event loop is blocked: the loop itself can only tell afterwards, if it
/// ever does.
class LoopStallDetector {
public:
    static constexpr std::chrono::milliseconds patience{
        250}; ///< shorter stalls are not perceptible

    /// `tell` hears of each time once, on the second thread: the moment of the last beat.
    /// `now` is called on both threads.
    LoopStallDetector(std::function<std::chrono::nanoseconds()> now,
                      std::function<void(std::chrono::nanoseconds since)> tell);

    /// The loop came round. On its thread.
    void beat() { m_last = m_now(); }

private:
    void watch(const std::stop_token &stop);

    std::function<std::chrono::nanoseconds()> m_now;
    std::function<void(std::chrono::nanoseconds)> m_tell;
    std::atomic<std::chrono::nanoseconds> m_last;
    std::mutex m_mutex;
    std::condition_variable_any m_end;
    std::jthread m_thread; ///< last: it uses everything above
};

} // namespace lapwing::engine
