// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::ui {

class Workbench;

/// What a task bar tells of a window that is out of sight.
[[nodiscard]] QString titleOf(Workbench &workbench);

} // namespace lapwing::ui
