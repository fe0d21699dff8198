// SPDX-License-Identifier: MIT
#include "report/typicalrun.h"

#include <algorithm>

namespace lapwing::report {
namespace {

using Runs = std::vector<const record::Run *>;

template<typename Predicate>
Runs those(const Document &document, Predicate isWanted)
{
    Runs runs;
    for (const record::Run &run : document.runs) {
        if (isWanted(run.facts))
            runs.push_back(&run);
    }
    return runs;
}

} // namespace

const record::Run *middleOf(Runs runs)
{
    if (runs.empty())
        return nullptr;
    const auto middle = runs.begin() + static_cast<std::ptrdiff_t>((runs.size() - 1) / 2);
    std::ranges::nth_element(runs, middle, {},
                             [](const record::Run *run) { return run->facts.elapsed; });
    return *middle;
}

const record::Run *middleRun(const Document &document, plan::Mode mode)
{
    Runs runs = those(document, [&](const record::RunFacts &facts) {
        return facts.mode == mode && facts.atOnce == document.plan.atOnce;
    });
    if (runs.empty())
        runs = those(document, [&](const record::RunFacts &facts) { return facts.mode == mode; });
    return middleOf(std::move(runs));
}

const record::Run *middleRun(const Document &document)
{
    const record::Run *together = middleRun(document, plan::Mode::Together);
    return together != nullptr ? together : middleRun(document, plan::Mode::OneAtATime);
}

} // namespace lapwing::report
