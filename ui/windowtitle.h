// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::ui {

class DownloadController;

/// What a task bar tells of a window that is out of sight.
[[nodiscard]] QString titleOf(DownloadController &controller);

} // namespace lapwing::ui
