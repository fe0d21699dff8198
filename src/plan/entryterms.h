// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "plan/plan.h"

#include <chrono>
#include <optional>

namespace lapwing::plan {

/// What the settings of a list mean for one file, in place of what holds for all. Absent: as the plan says.
struct EntryTerms {
    std::optional<int> maxTries; ///< attempts at each address; 0: without end
    std::optional<std::chrono::milliseconds> retryWait; ///< the same before each retry
    std::optional<std::chrono::milliseconds> timeout;   ///< for a response, and within it
    std::optional<std::chrono::milliseconds> connectTimeout;
    std::optional<qint64> lowestSpeed; ///< bytes a second; 0: anything is fast enough
    std::optional<qint64> speedLimit;  ///< bytes a second, more than 0
    std::optional<bool> overwrites;    ///< a file that has the name; true allows nothing by itself
    std::optional<bool> numbers;       ///< the new one, when it has
};

/// Whether the setting counts, with the value that it has: the one place that says which do.
[[nodiscard]] bool isHonoured(const Option &option);

/// A setting whose value cannot be read says nothing; of two with one name the last counts.
[[nodiscard]] EntryTerms termsOf(const Entry &entry);

// The plan's, as far as the terms have nothing else to say.
[[nodiscard]] Timeouts timeoutsFor(Timeouts timeouts, const EntryTerms &terms);
[[nodiscard]] MinimumRate minimumRateFor(MinimumRate minimumRate, const EntryTerms &terms);
[[nodiscard]] Conflict conflictFor(Conflict conflict, const EntryTerms &terms);

} // namespace lapwing::plan
