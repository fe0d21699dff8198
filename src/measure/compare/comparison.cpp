// SPDX-License-Identifier: MIT
#include "measure/compare/comparison.h"

#include "measure/compare/completeness.h"
#include "measure/compare/heldoff.h"

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Run;
using record::Stamp;

double ratio(Stamp one, Stamp together)
{
    return std::chrono::duration<double>(one) / std::chrono::duration<double>(together);
}

/// Why the two runs did not do the same work; absent: they did.
std::optional<Gap> gapBetween(const Run &together, const Run &oneAtATime)
{
    for (const std::optional<Gap> &gap :
         {whyIncomplete(together), whyIncomplete(oneAtATime), gapBeside(together, oneAtATime),
          gapBeside(oneAtATime, together)}) {
        if (gap)
            return gap;
    }
    return gapInFiles(together, oneAtATime);
}

void countFiles(const Run &together, Speedup &speedup)
{
    speedup.files = filesIn(together);
    speedup.listed = std::max(speedup.listed, static_cast<int>(together.tasks.size()));
}

} // namespace

std::optional<Gap> gapIfShort(const Run &run)
{
    if (elapsedOfFiles(run) >= minComparedTime)
        return std::nullopt;
    return Gap{Gap::Kind::TooShort, 0, static_cast<int>(run.tasks.size())};
}

std::optional<Comparison> compareWithEstimate(const Run &together)
{
    const std::vector<record::Hold> holds = holdsOfFiles(together);
    const std::optional<Range> range = estimateOneAtATime(together.tasks, holds);
    if (!range)
        return std::nullopt;
    Comparison comparison;
    comparison.baseline.range = range;
    Speedup &speedup = comparison.speedup;
    countFiles(together, speedup);
    speedup.gap = whyIncomplete(together);
    if (!speedup.gap && !speedup.isOfOneFile())
        speedup.gap = gapIfShort(together);
    if (speedup.gap)
        return comparison;
    const Stamp elapsed = elapsedOfFiles(together);
    if (speedup.isOfOneFile()) // it was downloaded by itself: that is one at a time
        comparison.baseline.range = Range{elapsed, elapsed};
    speedup.low = ratio(comparison.baseline.range->low, elapsed);
    speedup.high = ratio(comparison.baseline.range->high, elapsed);
    speedup.heldOff = !holds.empty();
    return comparison;
}

Comparison compare(const Run &together, const Run &oneAtATime, int rounds)
{
    Comparison comparison;
    comparison.baseline.kind = Baseline::Kind::Measured;
    if (!whyIncomplete(oneAtATime))
        comparison.baseline.measured = elapsedOfFiles(oneAtATime);
    Speedup &speedup = comparison.speedup;
    speedup.kind = Baseline::Kind::Measured;
    speedup.rounds = rounds;
    speedup.listed = static_cast<int>(oneAtATime.tasks.size());
    countFiles(together, speedup);
    speedup.gap = gapBetween(together, oneAtATime);
    if (!speedup.gap && rounds == 1)
        speedup.gap = gapIfShort(together);
    if (speedup.gap)
        return comparison;
    speedup.value = ratio(*comparison.baseline.measured, elapsedOfFiles(together));
    speedup.ratios = {*speedup.value};
    return comparison;
}

} // namespace lapwing::measure
