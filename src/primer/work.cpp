// SPDX-License-Identifier: MIT
#include "primer/work.h"

#include <condition_variable>
#include <ctime>
#include <mutex>

namespace lapwing::primer {
namespace {

std::chrono::nanoseconds processorTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

std::chrono::nanoseconds computeFor(std::chrono::nanoseconds time, std::stop_token stop)
{
    const auto called = std::chrono::steady_clock::now();
    const std::chrono::nanoseconds begun = processorTime();
    while (processorTime() - begun < time && !stop.stop_requested()) { }
    return std::chrono::steady_clock::now() - called;
}

void blockFor(std::chrono::nanoseconds time, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, std::move(stop), time, [] { return false; });
}

} // namespace lapwing::primer
