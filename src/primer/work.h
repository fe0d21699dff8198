// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <stop_token>

namespace lapwing::primer {

/// Keeps a processor busy for so much of its time, or until a stop. How long that took: more where others have it too.
[[nodiscard]] std::chrono::nanoseconds computeFor(std::chrono::nanoseconds time,
                                                  std::stop_token stop);

/// Waits without await, or until a stop: what a call does that knows nothing of the loop.
void blockFor(std::chrono::nanoseconds time, std::stop_token stop);

} // namespace lapwing::primer
