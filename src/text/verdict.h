// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/verdict.h"

#include <QString>

namespace lapwing::text {

/// What the time of `run` went to, the second too where it had more than a quarter of it, the figures that the first
/// stands on, and whether more at once helps, as limitSentence() of text/limit.h has it. Without causes, why there are none.
[[nodiscard]] QString sentences(const measure::Verdict &verdict, const record::Run &run);

[[nodiscard]] QString titleOf(measure::LimitedBy limit);
/// Of measure::wordFor(verdict). Empty: there is no such word.
[[nodiscard]] QString limitTitle(const QString &word);
/// Empty: it was not watched.
[[nodiscard]] QString titleOf(measure::LoopKind kind);

} // namespace lapwing::text
