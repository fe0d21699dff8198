// SPDX-License-Identifier: MIT
#include "measure/compare/steadytimes.h"

#include "measure/seconds.h"
#include "measure/verdict/trend.h"

#include <algorithm>
#include <cmath>

namespace lapwing::measure {
namespace {

/// Neither with the number that there were of all nor with that of their own server: where that one was asked for as many all
/// the time, they may have shared what it can do.
bool areSteady(const Samples &samples, bool (*isSteady)(double exponent))
{
    const auto isSteadyIn = [&](double Sample::*number) {
        const std::optional<double> exponent = exponentOf(samples, number);
        return exponent && isSteady(*exponent);
    };
    return samples.size() >= fewestForTrend && isSteadyIn(&Sample::inFlight)
        && isSteadyIn(&Sample::fromServer);
}

/// Each alone as if its time grew by `exponent` with the number in flight.
double summedAlone(const Samples &samples, double exponent)
{
    double seconds = 0;
    for (const Sample &sample : samples) {
        if (sample.fetched)
            seconds += sample.seconds / std::pow(std::max(sample.inFlight, 1.0), exponent);
    }
    return seconds;
}

/// Of the servers of which the run shows it.
record::Stamp summedWhereSteady(const Samples &samples, bool (*isSteady)(double exponent),
                                double exponent)
{
    double seconds = 0;
    for (const auto &[server, own] : samplesByServer(samples))
        seconds += areSteady(own, isSteady) ? summedAlone(own, exponent) : 0;
    return stampOf(seconds);
}

} // namespace

SteadyTimes steadyTimesOf(const std::vector<record::SharedRecord> &tasks)
{
    const auto waitsHardlyGrow = [](double exponent) { return exponent < waitGrowsFrom; };
    const auto ratesHardlyFall = [](double exponent) { return exponent >= ownRateFrom; };
    return {summedWhereSteady(waitsIn(tasks), waitsHardlyGrow, waitGrowsFrom),
            summedWhereSteady(ratesIn(tasks), ratesHardlyFall, -ownRateFrom)};
}

} // namespace lapwing::measure
