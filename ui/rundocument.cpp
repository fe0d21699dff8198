// SPDX-License-Identifier: MIT
#include "rundocument.h"

namespace lapwing::ui {

report::Document documentOf(const plan::Plan &plan, const record::Run &together,
                            const std::optional<record::Run> &oneAtATime)
{
    report::PlanFacts facts;
    facts.entries = static_cast<int>(plan.entries.size());
    facts.atOnce = plan.atOnce;
    facts.perHost = plan.perHost.value_or(plan.atOnce);
    const bool discarded = plan.destination.kind == plan::Destination::Kind::Discard;
    facts.destination = discarded ? QStringLiteral("discard") : QStringLiteral("folder");
    std::vector<record::Run> runs{together};
    if (oneAtATime)
        runs.push_back(*oneAtATime);
    return report::makeDocument(facts, std::move(runs), plan::Disclosure::Redacted);
}

} // namespace lapwing::ui
