// SPDX-License-Identifier: MIT
#include "async/clock.h"

#include "async/sleep.h"

namespace lapwing::async {

std::chrono::nanoseconds SteadyClock::now() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

QCoro::Task<bool> SteadyClock::sleepFor(std::chrono::milliseconds duration, std::stop_token stop)
{
    return async::sleepFor(duration, std::move(stop));
}

} // namespace lapwing::async
