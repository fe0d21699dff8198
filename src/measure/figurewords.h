// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::measure {

// Figures inside the sentences of this folder, in the person's locale and with their unit. The figures of
// tables and of the window are those of report/amounts.h.

[[nodiscard]] QString asSeconds(double seconds);     ///< "12.3 s", "1.23 s", "0.012 s"
[[nodiscard]] QString asRate(double bytesPerSecond); ///< "1.5 MB/s"; 1 MB is 1,000,000 bytes
[[nodiscard]] QString asShare(double share);         ///< "93 %"
[[nodiscard]] QString asTimes(double times);         ///< "2.31"

} // namespace lapwing::measure
