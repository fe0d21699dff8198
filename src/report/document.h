// SPDX-License-Identifier: MIT
#pragma once

#include "measure/comparison.h"
#include "plan/disclosure.h"

namespace lapwing::report {

/// What was planned, as a report tells it.
struct PlanFacts {
    int entries = 0;
    int atOnce = 0;
    int perHost = 0;
    QString destination; ///< "folder" or "discard"; never a path of the person's machine
};

/// Everything that a report is made from: a plain value.
struct Document {
    PlanFacts plan;
    std::vector<record::Run> runs; ///< in the order they were run
    std::optional<measure::Comparison> comparison;
    plan::Disclosure disclosure = plan::Disclosure::Redacted;
};

/// "together" or "one-at-a-time".
[[nodiscard]] QString toString(plan::Mode mode);
/// The state that a report tells. Reports have no word for a task on its way, nor for one that waits for
/// a retry or is paused: it is Cancelled once the run was stopped, else Queued (that it started and did
/// not end, its stamps say).
[[nodiscard]] record::TaskState told(record::TaskState state, const record::RunFacts &facts);

/// `runs` with the comparison that they allow: measured when there is a run one at a time,
/// else a range, else none. Of several rounds the last ones are compared.
[[nodiscard]] Document makeDocument(PlanFacts plan, std::vector<record::Run> runs,
                                    plan::Disclosure disclosure);

} // namespace lapwing::report
