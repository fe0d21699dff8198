// SPDX-License-Identifier: MIT
#include "run/rundocument.h"

namespace lapwing::ui {
report::Document documentOf(report::PlanFacts plan, const record::Run &together,
                            const record::Run *oneAtATime)
{
    std::vector<record::Run> runs{together};
    if (oneAtATime != nullptr)
        runs.push_back(*oneAtATime);
    return report::makeDocument(std::move(plan), std::move(runs), plan::Redaction::Redacted);
}

report::Document documentOf(const plan::Plan &plan, const trial::RunSchedule &schedule,
                            std::vector<record::Probe> probes)
{
    return report::makeDocument(report::factsOf(plan), schedule.runs(), plan::Redaction::Redacted,
                                schedule.trial(), std::move(probes));
}

} // namespace lapwing::ui
