// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

#include <optional>

namespace lapwing::ui {

/// Amounts as the person's locale writes them, with their unit. What was not observed is a dash.
[[nodiscard]] QString unknown();
[[nodiscard]] double inSeconds(record::Stamp time);
[[nodiscard]] QString asTime(
    std::optional<record::Stamp> time);                     ///< "5.0 s", "2 min 5 s", "1 h 2 min"
[[nodiscard]] QString asBytes(std::optional<qint64> bytes); ///< "1.5 MiB"
[[nodiscard]] QString asRate(std::optional<double> bytesPerSecond);
[[nodiscard]] QString asPercent(
    std::optional<double> fraction);          ///< whole percents, 100 only at the very end
[[nodiscard]] QString asFactor(double times); ///< "2.4"

} // namespace lapwing::ui
