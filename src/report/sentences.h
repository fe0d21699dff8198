// SPDX-License-Identifier: MIT
#pragma once

#include "measure/comparison.h"

namespace lapwing::report {

/// "Together was 4.8 times faster, measured."; without a figure, that there is none. A slow-down is said as
/// plainly as a speed-up.
[[nodiscard]] QString speedupSentence(const measure::Speedup &speedup);

} // namespace lapwing::report
