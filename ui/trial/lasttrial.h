// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QString>

#include <optional>

namespace lapwing::ui {

/// The newest comparison or sweep in the history of that folder. Absent: there is none, or it cannot be read.
[[nodiscard]] std::optional<report::Document> lastTrial(const QString &dataFolder);
/// The same of sweeps alone.
[[nodiscard]] std::optional<report::Document> lastSweep(const QString &dataFolder);

} // namespace lapwing::ui
