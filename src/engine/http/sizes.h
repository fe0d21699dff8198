// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"

#include <QCoroTask>

#include <functional>
#include <optional>
#include <stop_token>

namespace lapwing::engine {

/// What a list will cost to fetch once, as far as its servers tell.
struct Sizes {
    qint64 bytes = 0; ///< of those that are known; record::saturated: more than that
    int unknown = 0;  ///< files that no server told a length of
};

/// Asks for the length of each file with a HEAD request, few at once (RFC 9110 section 9.3.2). One that is redirected, refused or silent for `patience` is unknown.
[[nodiscard]] QCoro::Task<Sizes> askSizes(plan::Plan plan, std::stop_token stop);

/// The same; `tell` hears of each, by its place in the plan, as soon as it is known. Absent: it is unknown.
using TellLength = std::function<void(std::size_t place, std::optional<qint64> length)>;
[[nodiscard]] QCoro::Task<Sizes> askLengths(plan::Plan plan, TellLength tell, std::stop_token stop);

} // namespace lapwing::engine
