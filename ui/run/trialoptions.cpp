// SPDX-License-Identifier: MIT
#include "run/trialoptions.h"

#include "measure/compare/completeness.h"
#include "measure/seconds.h"

#include <numeric>
#include <utility>

namespace lapwing::ui {
namespace {

/// So many tasks are summed up in the pause between two runs without anyone noticing.
constexpr std::size_t quicklySummed = 200'000;

std::size_t tasksIn(const std::vector<record::Run> &runs)
{
    return std::accumulate(
        runs.begin(), runs.end(), std::size_t(0),
        [](std::size_t sum, const record::Run &run) { return sum + run.tasks.size(); });
}

} // namespace

int TrialChoice::runs() const
{
    const int kinds = isSweep ? static_cast<int>(levels.size()) : 2;
    return trial::runsOf(rounds, kinds, kind());
}

std::vector<int> levelsFor(int entries, int atOnce)
{
    std::vector<int> levels = TrialChoice().levels;
    levels.push_back(atOnce);
    return trial::levelsUpTo(std::move(levels), entries);
}

TrialRun figuresOf(const record::Run &run)
{
    return {run.facts.mode, run.facts.atOnce, run.facts.round,
            measure::seconds(measure::elapsedOfFiles(run)), measure::bytesOfFiles(run)};
}

void TrialProgress::take(const TrialRun &run, const trial::RunSchedule &schedule)
{
    runs.push_back(run);
    steps = schedule.steps();
    if (files == 0 && !schedule.runs().empty()) {
        const record::Run &first = schedule.runs().front();
        failed = measure::leftOutOf(first);
        files = static_cast<int>(first.tasks.size()) - failed;
    }
    const bool isRoundOver = steps.empty() || steps.front().round != run.round;
    if (!isRoundOver && tasksIn(schedule.runs()) > quicklySummed)
        return;
    if (choice.isSweep)
        sweep = measure::sweepOf(schedule.runs(), schedule.trial().stopped);
    else
        comparison = measure::compareRounds(schedule.runs());
}

} // namespace lapwing::ui
