// SPDX-License-Identifier: MIT
#include "engine/system/busytime.h"

namespace lapwing::engine {
namespace {

using Clock = std::chrono::steady_clock;

struct Turns {
    int depth = 0;
    bool areCounted = false;
    Clock::time_point begun;
    std::chrono::nanoseconds over{};
};

thread_local Turns turns;

} // namespace

BusyScope::BusyScope()
{
    if (turns.depth++ > 0)
        return;
    turns.areCounted = true;
    turns.begun = Clock::now();
}

BusyScope::~BusyScope()
{
    if (--turns.depth == 0)
        turns.over += Clock::now() - turns.begun;
}

std::optional<std::chrono::nanoseconds> busyTime()
{
    if (!turns.areCounted)
        return std::nullopt;
    const std::chrono::nanoseconds now =
        turns.depth > 0 ? Clock::now() - turns.begun : Clock::duration();
    return turns.over + now;
}

} // namespace lapwing::engine
