// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <chrono>
#include <stop_token>

namespace lapwing::async {

/// A pause that does not block. True: it lasted; false: a stop ended it early. 0 and less: until the loop
/// comes round; more than 24 days: those 24 days.
[[nodiscard]] QCoro::Task<bool> sleepFor(std::chrono::milliseconds duration,
                                         std::stop_token stop = {});

/// The same, and gives `value` back; asyncio: sleep(delay, result).
template<typename T>
[[nodiscard]] QCoro::Task<T> sleepFor(std::chrono::milliseconds duration, T value,
                                      std::stop_token stop)
{
    co_await sleepFor(duration, std::move(stop));
    co_return std::move(value);
}

} // namespace lapwing::async
