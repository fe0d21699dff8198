// SPDX-License-Identifier: MIT
#pragma once

#include "plan/redaction.h"
#include "record/taskrecord.h"

#include <QJsonObject>

namespace lapwing::report::json {

/// One link in one run, with its attempts and their hops; for each its stamps and phases.
[[nodiscard]] QJsonObject taskOf(const record::TaskRecord &task, const record::RunFacts &facts,
                                 plan::Redaction redaction);

} // namespace lapwing::report::json
