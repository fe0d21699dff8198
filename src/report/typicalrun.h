// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::report {

/// The one whose elapsed time is in the middle; nullptr: there are none.
[[nodiscard]] const record::Run *middleOf(std::vector<const record::Run *> runs);

/// The run that stands for all of its mode: of those with the number at once of the plan (else of all) the one
/// whose elapsed time is in the middle. nullptr: there is none.
[[nodiscard]] const record::Run *middleRun(const Document &document, plan::Mode mode);

/// Of those together, else of those one at a time.
[[nodiscard]] const record::Run *middleRun(const Document &document);

} // namespace lapwing::report
