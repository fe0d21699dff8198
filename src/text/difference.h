// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "plan/redaction.h"

#include <QStringList>

namespace lapwing::text {

/// How long the files took in both, or why that cannot be compared. Empty: nothing is known of it.
[[nodiscard]] QString headlineOf(const measure::Difference &difference);
/// What makes the two hard to compare.
[[nodiscard]] QString sentence(const measure::Note &note);
/// Of which files the headline is, where it changed most, what makes the two hard to compare, and how many files are in
/// one of the runs alone: a line each.
[[nodiscard]] QStringList remarksOn(const measure::Difference &difference);

/// "1.24 s"; "0 s" where no time passed.
[[nodiscard]] QString timeIn(std::optional<record::Stamp> time);
/// "+0.30 s (1.30×)"; without the ratio where that says nothing; a dash where one is not known.
[[nodiscard]] QString asChange(const measure::Change &change);
/// The time of a file in one of the runs; how it ended there, where it has none.
[[nodiscard]] QString timeIn(std::optional<record::Stamp> time, record::TaskState state);

/// What got slower and faster from one run to another: the headline and the remarks, then the times in all, by phase,
/// by server, and of the files that changed most.
[[nodiscard]] QStringList linesOf(const measure::Difference &difference,
                                  plan::Redaction redaction = plan::Redaction::Redacted);

} // namespace lapwing::text
