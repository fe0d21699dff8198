// SPDX-License-Identifier: MIT
#pragma once

#include "measure/phases.h"

#include <QString>

namespace lapwing::text {

[[nodiscard]] QString titleOf(measure::Phase phase);

} // namespace lapwing::text
