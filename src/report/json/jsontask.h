// SPDX-License-Identifier: MIT
#pragma once

#include "plan/redaction.h"
#include "record/taskrecord.h"

#include <QJsonObject>

namespace lapwing::report::json {

/// What is told beside the stamps.
enum class Figures {
    Told,    ///< times and phases too, which are worked out from them
    LeftOut, ///< a reader works them out anew: much less to write, and to keep
};

/// One link in one run, with its attempts and their hops; for each its stamps and phases.
[[nodiscard]] QJsonObject taskOf(const record::TaskRecord &task, const record::RunFacts &facts,
                                 plan::Redaction redaction, Figures figures = Figures::Told);

} // namespace lapwing::report::json
