// SPDX-License-Identifier: MIT
#pragma once

#include "plan/turn.h"

#include <QString>

namespace lapwing::ui {

[[nodiscard]] QString nameOf(plan::Priority priority);

} // namespace lapwing::ui
