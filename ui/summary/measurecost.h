// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

#include <optional>

namespace lapwing::ui {

/// What it costs to measure `together` one at a time, said before it begins.
[[nodiscard]] QString costOfMeasuring(const record::Run &together, std::optional<qint64> freeSpace);

} // namespace lapwing::ui
