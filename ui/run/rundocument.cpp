// SPDX-License-Identifier: MIT
#include "run/rundocument.h"

#include <utility>

namespace lapwing::ui {

report::Document documentOf(report::PlanFacts plan, const record::Run &together,
                            const record::Run *oneAtATime)
{
    std::vector<record::Run> runs{together};
    if (oneAtATime != nullptr)
        runs.push_back(*oneAtATime);
    return report::makeDocument(std::move(plan), std::move(runs), plan::Redaction::Redacted);
}

std::function<report::Document()> documentMaker(report::PlanFacts plan,
                                                std::shared_ptr<const record::Run> together,
                                                std::shared_ptr<const record::Run> oneAtATime)
{
    return [plan = std::move(plan), together = std::move(together),
            oneAtATime = std::move(oneAtATime)] {
        return documentOf(plan, *together, oneAtATime.get());
    };
}

report::Document documentOf(const plan::Plan &plan, const trial::RunSchedule &schedule,
                            std::vector<record::Probe> probes)
{
    return report::makeDocument(report::factsOf(plan), schedule.runs(), plan::Redaction::Redacted,
                                schedule.trial(), std::move(probes));
}

} // namespace lapwing::ui
