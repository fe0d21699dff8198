// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

namespace lapwing::ui {

/// "404 Not found": what went wrong, in a cell of a table. text::sentence says it in full.
[[nodiscard]] QString shortReason(const record::Failure &failure);

} // namespace lapwing::ui
