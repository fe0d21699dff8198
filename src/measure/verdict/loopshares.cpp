// SPDX-License-Identifier: MIT
#include "measure/verdict/loopshares.h"

#include "measure/verdict/verdict.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

/// A loop that waits is busy for a few per cent of the time, one that works or blocks for three quarters
/// (timing.md, 1.6: measured).
constexpr double muchBusy = 0.5;
/// Of the time that a loop is busy, so much of it on the processor is work; less is waiting in a call.
constexpr double mostlyWork = 0.5;
constexpr double muchOfACore = 0.7;

} // namespace

std::optional<LoopShares> loopSharesOf(const std::optional<record::Loop> &loop)
{
    if (!loop || loop->watched <= std::chrono::nanoseconds::zero())
        return std::nullopt;
    std::chrono::nanoseconds still{};
    for (const record::LoopStall &each : loop->stills)
        still += each.to - each.from;
    still = std::max(still, loop->longestStall);
    const auto share = [&loop](std::chrono::nanoseconds part) {
        return static_cast<double>(part.count()) / static_cast<double>(loop->watched.count());
    };
    return LoopShares{share(loop->busy.value_or(still)), share(still), share(loop->cpu),
                      share(loop->processCpu),
                      share(loop->starved.value_or(std::chrono::nanoseconds::zero()))};
}

LoopKind loopKindOf(const std::optional<record::Loop> &loop)
{
    const std::optional<LoopShares> shares = loopSharesOf(loop);
    if (!shares)
        return LoopKind::Unknown;
    // A thread that waits for a processor would work: that others took it makes no blocking call of it.
    const double works = shares->cpu + shares->starved;
    if (shares->busy >= muchBusy)
        return works >= mostlyWork * shares->busy ? LoopKind::CpuBound : LoopKind::Blocked;
    return shares->processCpu >= muchOfACore ? LoopKind::CpuElsewhere : LoopKind::IoBound;
}

} // namespace lapwing::measure
