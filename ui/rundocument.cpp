// SPDX-License-Identifier: MIT
#include "rundocument.h"

namespace lapwing::ui {
namespace {

report::PlanFacts factsOf(const plan::Plan &plan)
{
    report::PlanFacts facts;
    facts.entries = static_cast<int>(plan.entries.size());
    facts.atOnce = plan.atOnce;
    facts.perHost = plan.perHost.value_or(plan.atOnce);
    const bool discarded = plan.destination.kind == plan::Destination::Kind::Discard;
    facts.destination = discarded ? QStringLiteral("discard") : QStringLiteral("folder");
    return facts;
}

} // namespace

report::Document documentOf(const plan::Plan &plan, const record::Run &together,
                            const std::optional<record::Run> &oneAtATime)
{
    std::vector<record::Run> runs{together};
    if (oneAtATime)
        runs.push_back(*oneAtATime);
    return report::makeDocument(factsOf(plan), std::move(runs), plan::Disclosure::Redacted);
}

report::Document documentOf(const plan::Plan &plan, const trial::Agenda &agenda,
                            std::vector<record::Probe> probes)
{
    return report::makeDocument(factsOf(plan), agenda.runs(), plan::Disclosure::Redacted,
                                agenda.trial(), std::move(probes));
}

} // namespace lapwing::ui
