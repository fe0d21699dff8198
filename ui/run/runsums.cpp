// SPDX-License-Identifier: MIT
#include "run/runsums.h"

#include "measure/compare/completeness.h"
#include "report/picture/segments.h"

#include <algorithm>

namespace lapwing::ui {

RunSums sumUp(const record::Run &run)
{
    RunSums sums{!measure::whyIncomplete(run), measure::bytesOfFiles(run), 0, report::endOf(run)};
    for (const record::TaskRecord &task : run.tasks)
        sums.largest = std::max(sums.largest, record::hasFile(task.state) ? task.bytes : 0);
    return sums;
}

} // namespace lapwing::ui
