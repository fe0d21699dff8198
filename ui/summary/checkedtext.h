// SPDX-License-Identifier: MIT
#pragma once

#include "run/filechecks.h"

namespace lapwing::ui {

/// What a second look at these files came to, in the status line.
[[nodiscard]] QString checkedText(const std::vector<CheckedFile> &files);

} // namespace lapwing::ui
