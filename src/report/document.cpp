// SPDX-License-Identifier: MIT
#include "report/document.h"

namespace lapwing::report {
namespace {

/// The run of the highest round; null: there is none of this mode.
const record::Run *lastRound(const std::vector<record::Run> &runs, plan::Mode mode)
{
    const record::Run *last = nullptr;
    for (const record::Run &run : runs) {
        if (run.facts.mode == mode && (last == nullptr || run.facts.round >= last->facts.round))
            last = &run;
    }
    return last;
}

std::optional<measure::Comparison> comparisonOf(const std::vector<record::Run> &runs)
{
    const record::Run *together = lastRound(runs, plan::Mode::Together);
    const record::Run *oneAtATime = lastRound(runs, plan::Mode::OneAtATime);
    if (together == nullptr)
        return std::nullopt;
    if (oneAtATime == nullptr)
        return measure::compareWithEstimate(*together);
    return measure::compare(*together, *oneAtATime);
}

} // namespace

QString toString(plan::Mode mode)
{
    return mode == plan::Mode::Together ? QStringLiteral("together")
                                        : QStringLiteral("one-at-a-time");
}

record::TaskState told(record::TaskState state, const record::RunFacts &facts)
{
    if (record::isEnd(state) || state == record::TaskState::Queued)
        return state;
    return facts.stopped ? record::TaskState::Cancelled : record::TaskState::Queued;
}

Document makeDocument(PlanFacts plan, std::vector<record::Run> runs, plan::Disclosure disclosure)
{
    std::optional<measure::Comparison> comparison = comparisonOf(runs);
    return {std::move(plan), std::move(runs), std::move(comparison), disclosure};
}

} // namespace lapwing::report
