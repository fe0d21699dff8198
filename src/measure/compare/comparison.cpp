// SPDX-License-Identifier: MIT
#include "measure/compare/comparison.h"

#include "measure/compare/completeness.h"

#include <QCoreApplication>

#include <algorithm>

namespace lapwing::measure {
namespace {

using record::Run;
using record::Stamp;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Comparison)
};

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
    Gap gap;
    gap.mode = oneAtATime.facts.mode;
    gap.all = static_cast<int>(oneAtATime.tasks.size());
    const std::optional<int> changed = countSizeMismatches(together, oneAtATime);
    if (!changed)
        return gap;
    if (*changed == 0)
        return std::nullopt;
    gap.kind = Gap::Kind::OtherSizes;
    gap.count = *changed;
    return gap;
}

void countFiles(const Run &together, Speedup &speedup)
{
    speedup.files = filesIn(together);
    speedup.listed = std::max(speedup.listed, static_cast<int>(together.tasks.size()));
}

} // namespace

std::optional<Comparison> compareWithEstimate(const Run &together)
{
    const std::optional<Range> range = estimateOneAtATime(together.tasks, together.facts.holds);
    if (!range)
        return std::nullopt;
    Comparison comparison;
    comparison.baseline.range = range;
    Speedup &speedup = comparison.speedup;
    countFiles(together, speedup);
    speedup.gap = whyIncomplete(together);
    speedup.comparable = !speedup.gap;
    if (!speedup.comparable)
        return comparison;
    const Stamp elapsed = elapsedOfFiles(together);
    speedup.low = ratio(range->low, elapsed);
    speedup.high = ratio(range->high, elapsed);
    speedup.why =
        Words::tr("An estimate from the parallel run, not a measurement. Low end: every file waits "
                  "the shortest time seen from its server, then downloads at the best rate seen; "
                  "too high if the server slows down under load. High end: the times of all "
                  "downloads added up; too low if the server is slower when asked one at a time.");
    if (!together.facts.holds.empty())
        speedup.why += u' '
            + Words::tr("A server asked to be left alone for a while. That time counts in the high "
                        "end only: it may not ask for it when files are requested one at a time.");
    return comparison;
}

Comparison compare(const Run &together, const Run &oneAtATime)
{
    Comparison comparison;
    comparison.baseline.kind = Baseline::Kind::Measured;
    if (!whyIncomplete(oneAtATime))
        comparison.baseline.measured = elapsedOfFiles(oneAtATime);
    Speedup &speedup = comparison.speedup;
    speedup.kind = Baseline::Kind::Measured;
    speedup.rounds = 1;
    speedup.listed = static_cast<int>(oneAtATime.tasks.size());
    countFiles(together, speedup);
    speedup.gap = gapBetween(together, oneAtATime);
    speedup.comparable = !speedup.gap;
    if (!speedup.comparable)
        return comparison;
    speedup.value = ratio(*comparison.baseline.measured, elapsedOfFiles(together));
    speedup.ratios = {*speedup.value};
    speedup.why =
        Words::tr("The list ran once each way, one at a time second: caches may have been warm.");
    return comparison;
}

} // namespace lapwing::measure
