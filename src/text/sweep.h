// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/sweep.h"

#include <QString>

namespace lapwing::text {

/// What is said in place of a recommendation where there is none.
[[nodiscard]] QString noRecommendation(const measure::Sweep &sweep);

/// What speaks for the recommendation, or against one, and with what reservations.
[[nodiscard]] QString whyRecommended(const measure::Sweep &sweep);
/// The same beneath a line that has the recommendation, or says that there is none.
[[nodiscard]] QString groundsOf(const measure::Sweep &sweep);

/// Whether a limit was met, and whose. Empty: none.
[[nodiscard]] QString limitMet(const measure::Sweep &sweep);

/// Why no higher number was tried. Empty: all were.
[[nodiscard]] QString whyStopped(const measure::Sweep &sweep);

/// "7.81 to 8.07", or one figure where both read alike.
[[nodiscard]] QString boundText(const measure::CriticalTask &critical);

} // namespace lapwing::text
