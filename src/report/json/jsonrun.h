// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/verdict.h"
#include "plan/redaction.h"

#include <QJsonObject>

namespace lapwing::report::json {

/// The list, executed once, without its tasks; without a verdict when there is none.
[[nodiscard]] QJsonObject runOf(const record::Run &run, const measure::Verdict *verdict,
                                plan::Redaction redaction);

} // namespace lapwing::report::json
