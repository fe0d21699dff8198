// SPDX-License-Identifier: MIT
#include "engine/schedule/retry.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lapwing::engine {
namespace {

using record::Cause;

/// 52x are those of CDNs whose origin is down or slow; none of them is in RFC 9110.
constexpr std::array laterStatuses{408, 429, 500, 502, 503, 504, 520, 521, 522, 524};
constexpr std::chrono::milliseconds maxBackOff{60'000};

} // namespace

int Retry::maxRetries(const record::Failure &failure, const plan::EntryTerms &own) const
{
    const int max = own.maxTries == 0 ? std::numeric_limits<int>::max()
        : own.maxTries                ? *own.maxTries - 1
                                      : m_retries.max;
    switch (failure.cause) {
    case Cause::HostNotFound:
    case Cause::ProxyFailed: // it may be starting anew
        return std::min(max, 1);
    case Cause::ConnectionRefused:
    case Cause::Unreachable:
        return std::min(max, 3);
    case Cause::ConnectionCut:
    case Cause::ConnectTimeout:
    case Cause::FirstByteTimeout:
    case Cause::Stalled:
    case Cause::TooSlow:
    case Cause::LengthMismatch:
        return max;
    case Cause::HttpStatus:
        if (failure.status == 404)
            return std::min(max, own.maxNotFound.value_or(1) - 1);
        return saysLater(failure) ? max : 0;
    default:
        return 0;
    }
}

std::optional<std::chrono::milliseconds> Retry::waitAfter(
    const record::Failure &failure, int failed, std::optional<std::chrono::seconds> retryAfter,
    const plan::EntryTerms &own)
{
    if (failed > maxRetries(failure, own))
        return std::nullopt;
    const std::chrono::milliseconds asked = retryAfter.value_or(std::chrono::seconds(0));
    if (own.retryWait)
        return std::max(*own.retryWait, asked);
    const int doublings = std::min(failed - 1, 16);
    const auto base = std::min(m_retries.firstWait * (1 << doublings), maxBackOff);
    const std::chrono::milliseconds wait =
        base + base * m_random.bounded(250) / 1000; // up to a quarter more
    return std::max(wait, asked);
}

bool Retry::saysLater(const record::Failure &failure)
{
    return failure.cause == Cause::HttpStatus
        && std::ranges::find(laterStatuses, failure.status) != laterStatuses.end();
}

} // namespace lapwing::engine
