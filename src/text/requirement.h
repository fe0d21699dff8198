// SPDX-License-Identifier: MIT
#pragma once

#include "measure/budget/requirements.h"

#include <QString>

namespace lapwing::text {

/// What is wrong with a budget, naming the clause.
[[nodiscard]] QString sentence(const measure::RequirementError &error);

/// That a clause does not hold, with the figure; or that there is none to hold against it, and why.
[[nodiscard]] QString sentence(const measure::Violation &violation);

} // namespace lapwing::text
