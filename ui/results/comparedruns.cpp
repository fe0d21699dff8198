// SPDX-License-Identifier: MIT
#include "results/comparedruns.h"

#include "report/selectedruns.h"

namespace lapwing::ui {
namespace {

ComparedRun comparedRun(const report::Document &document, const record::Run &run)
{
    return {store::summaryOf(document), run.facts, report::isRecommended(document, run)};
}

} // namespace

std::optional<ComparedRuns> comparedRuns(const report::Document &before,
                                         const report::Document &after)
{
    const record::Run *first = report::shownRun(before);
    const record::Run *second = report::shownRun(after);
    if (first == nullptr || second == nullptr)
        return std::nullopt;
    return ComparedRuns{comparedRun(before, *first), comparedRun(after, *second),
                        measure::differenceOf(*first, *second)};
}

} // namespace lapwing::ui
