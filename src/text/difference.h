// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "plan/redaction.h"

#include <QStringList>

namespace lapwing::text {

/// What makes the two hard to compare.
[[nodiscard]] QString sentence(const measure::Note &note);

/// What got slower and faster from one run to another: the result in one or two sentences, what makes the two hard
/// to compare, then the times in all, by phase, by server, and of the files that changed most.
[[nodiscard]] QStringList linesOf(const measure::Difference &difference,
                                  plan::Redaction redaction = plan::Redaction::Redacted);

} // namespace lapwing::text
