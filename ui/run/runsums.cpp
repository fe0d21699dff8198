// SPDX-License-Identifier: MIT
#include "run/runsums.h"

#include "measure/compare/completeness.h"
#include "report/picture/segments.h"

#include <algorithm>

namespace lapwing::ui {

RunSums sumUp(const record::Run &run)
{
    const bool isUnfinished = std::ranges::any_of(run.tasks, [&run](const auto &task) {
        return measure::isUnfinished(
            task, run.facts); // of most runs that are not complete one of the first
    });
    RunSums sums{!isUnfinished && !measure::whyIncomplete(run), measure::bytesOfFiles(run), 0,
                 report::endOf(run)};
    for (const record::TaskRecord &task : run.tasks)
        sums.largest = std::max(sums.largest, record::hasFile(task.state) ? task.bytes : 0);
    return sums;
}

} // namespace lapwing::ui
