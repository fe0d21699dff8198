// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/gap.h"

#include <QString>

namespace lapwing::text {

/// Why a run is no measurement of its list, or why runs cannot be compared, in one sentence.
[[nodiscard]] QString sentence(const measure::Gap &gap);

} // namespace lapwing::text
