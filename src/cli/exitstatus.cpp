// SPDX-License-Identifier: MIT
#include "cli/exitstatus.h"

namespace lapwing::cli {

int exitStatus(const ExitFacts &ending)
{
    if (ending.signal != 0)
        return 128 + ending.signal;
    if (ending.wrongUsage)
        return 2;
    if (ending.couldNotWrite)
        return 4;
    if (ending.succeeded == 0)
        return 3;
    if (ending.failed > 0)
        return 1;
    return ending.missedDemand ? 5 : 0;
}

ExitFacts exitFactsOf(const record::Run &run)
{
    ExitFacts ending;
    for (const record::TaskRecord &task : run.tasks) {
        if (record::hasFile(task.state))
            ++ending.succeeded;
        else
            ++ending.failed;
        if (task.failure && task.failure->isLocal())
            ending.couldNotWrite = true;
    }
    return ending;
}

} // namespace lapwing::cli
