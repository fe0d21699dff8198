// SPDX-License-Identifier: MIT
#include "report/phasesums.h"

#include "measure/seconds.h"
#include "text/amounts.h"

namespace lapwing::report {

std::array<std::optional<double>, measure::phaseCount> phaseSums(const record::Run &run)
{
    std::array<std::optional<double>, measure::phaseCount> sums;
    for (const record::TaskRecord &task : run.tasks) {
        for (const measure::PhaseTime &phase : measure::phasesOf(task)) {
            std::optional<double> &sum = sums[static_cast<std::size_t>(phase.phase)];
            if (phase.time)
                sum = sum.value_or(0) + measure::seconds(*phase.time);
        }
    }
    return sums;
}

} // namespace lapwing::report
