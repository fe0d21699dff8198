// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "measure/compare/taskmatching.h"

namespace lapwing::measure {

/// How much changed, whichever way.
[[nodiscard]] record::Stamp sizeOf(const Change &change);
/// The phase that changed most, of those that follow one another. Null: none did. How long a task was queued
/// says more about the others than about it.
[[nodiscard]] const PhaseChange *maxChanged(const std::vector<PhaseChange> &phases);

/// Translated: what makes the two hard to compare.
[[nodiscard]] QStringList notesOn(const record::Run &before, const record::Run &after,
                                  const Pairs &pairs);
/// Translated: the result in one or two sentences.
[[nodiscard]] QString textOf(const Difference &difference);

} // namespace lapwing::measure
