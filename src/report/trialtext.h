// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QStringList>

namespace lapwing::report {

/// What a compare or a sweep came to, in words and a table. The first line is the result.
[[nodiscard]] QStringList trialSummary(const report::Document &document);

/// The run together whose elapsed time is the median of theirs; null: there is none.
[[nodiscard]] const record::Run *typicalRun(const report::Document &document);

} // namespace lapwing::report
