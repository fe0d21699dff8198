// SPDX-License-Identifier: MIT
#include "trial/alonerun.h"

#include "measure/compare/completeness.h"

#include <algorithm>

namespace lapwing::ui {

const record::Run *aloneIn(const report::Document &document)
{
    std::vector<const record::Run *> runs;
    for (const record::Run &run : document.runs) {
        if (run.facts.atOnce == 1 && !measure::whyIncomplete(run))
            runs.push_back(&run);
    }
    if (runs.empty())
        return nullptr;
    const auto middle = runs.begin() + static_cast<std::ptrdiff_t>((runs.size() - 1) / 2);
    std::ranges::nth_element(runs, middle, {},
                             [](const record::Run *run) { return measure::elapsedOfFiles(*run); });
    return *middle;
}

} // namespace lapwing::ui
