// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "plan/redaction.h"

#include <QStringList>

namespace lapwing::report {

/// What got slower and faster from one run to another: in all, by phase, by server, and the files that
/// changed most.
[[nodiscard]] QStringList linesOf(const measure::Difference &difference,
                                  plan::Redaction redaction = plan::Redaction::Redacted);

} // namespace lapwing::report
