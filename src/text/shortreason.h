// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

namespace lapwing::text {

/// "404 Not found": what went wrong, in a cell of a table. sentence() (text/failure.h) says it in full.
[[nodiscard]] QString shortReason(const record::Failure &failure);

} // namespace lapwing::text
