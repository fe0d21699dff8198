// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"

namespace lapwing::report {

/// What stands beside the figure, wherever it is shown: that one pair of runs has no interval, and that it is not
/// about all of the list. Empty: neither.
[[nodiscard]] QString caveatOf(const measure::Speedup &speedup);

/// "Together was 4.8 times faster, measured.", with the caveat after it; without a figure, that there is none. A
/// slow-down is said as plainly as a speed-up.
[[nodiscard]] QString speedupSentence(const measure::Speedup &speedup);

} // namespace lapwing::report
