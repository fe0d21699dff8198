// SPDX-License-Identifier: MIT
#include "measure/compare/steadytimes.h"

#include "measure/seconds.h"
#include "measure/verdict/trend.h"

#include <algorithm>
#include <cmath>

namespace lapwing::measure {
namespace {

/// Of fewer no trend is known well enough for a bound to stand on.
constexpr std::size_t minSamples = 5;

std::optional<double> trendIn(const Samples &samples)
{
    return samples.size() < minSamples ? std::nullopt : exponentOf(samples);
}

/// Each alone as if its time grew by `exponent` with the number in flight.
record::Stamp summedAlone(const Samples &samples, double exponent)
{
    double seconds = 0;
    for (const Sample &sample : samples) {
        if (sample.fetched)
            seconds += sample.seconds / std::pow(std::max(sample.inFlight, 1.0), exponent);
    }
    return stampOf(seconds);
}

} // namespace

SteadyTimes steadyTimesOf(const std::vector<record::TaskRecord> &tasks)
{
    const Samples waits = waitsIn(tasks);
    const Samples rates = ratesIn(tasks);
    SteadyTimes times;
    if (trendIn(waits).value_or(waitGrowsFrom) < waitGrowsFrom)
        times.waits = summedAlone(waits, waitGrowsFrom);
    if (const std::optional<double> rate = trendIn(rates); rate && *rate >= ownRateFrom)
        times.bodies = summedAlone(rates, -ownRateFrom);
    return times;
}

} // namespace lapwing::measure
