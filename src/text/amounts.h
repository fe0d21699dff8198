// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

#include <optional>

namespace lapwing::text {

// Amounts as people read them, in their locale and with their unit, the same in the window
// and in the command line. Units are decimal: 1 MB is 1,000,000 bytes. What was not observed is a dash.

[[nodiscard]] QString unknown();

/// "5.0 s", "2 min 5 s", "1 h 2 min"; below a tenth of a second "0.012 s", so that it is not "0.0 s".
[[nodiscard]] QString asTime(std::optional<record::Stamp> time);
[[nodiscard]] QString asSeconds(record::Stamp time, int decimals);

/// "512 bytes", "1.5 MB"; "more than 9.2 EB" where a sum came to record::saturated
[[nodiscard]] QString asBytes(std::optional<qint64> bytes);
/// "1.5 MB/s"
[[nodiscard]] QString asRate(std::optional<double> bytesPerSecond);
/// Whole per cents, 100 only at the very end.
[[nodiscard]] QString asPercent(std::optional<double> fraction);
/// "2.4": how many times.
[[nodiscard]] QString asFactor(double times);

/// Times that stand beside each other, with so many decimals that one can compare them: "0.042 s",
/// "1.24 s", "22.3 s"; longer ones as asTime() has them.
[[nodiscard]] QString asFineTime(std::optional<record::Stamp> time);

// Within sentences: figures that were worked out, and need no more than two decimals.
[[nodiscard]] QString asSeconds(double seconds); ///< "12.3 s", "1.23 s", "0.012 s"
[[nodiscard]] QString asShare(double share);     ///< "93 %", rounded
[[nodiscard]] QString asRatio(double times);     ///< "2.31"

} // namespace lapwing::text
