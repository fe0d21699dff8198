// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

#include <optional>

namespace lapwing::cli {

// Figures as a person reads them, in the person's locale. "-" was not observed.

/// "12.0 s"; below a tenth of a second three decimals, so that it is not "0.0 s".
[[nodiscard]] QString seconds(record::Stamp time);
[[nodiscard]] QString seconds(record::Stamp time, int decimals);
[[nodiscard]] QString secondsOrDash(const std::optional<record::Stamp> &time);

/// "12.3 MB", thousands; "512 bytes".
[[nodiscard]] QString size(qint64 bytes);

/// "4.2 MB/s"; empty while no time has passed.
[[nodiscard]] QString rate(qint64 bytes, record::Stamp time);

/// "2.4": how many times.
[[nodiscard]] QString times(double factor);

} // namespace lapwing::cli
