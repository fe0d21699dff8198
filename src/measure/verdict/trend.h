// SPDX-License-Identifier: MIT
#pragma once

#include "measure/stepfunction.h"

#include <functional>
#include <map>

namespace lapwing::measure {

/// How a figure of each file goes with the number in flight beside it, over all files that were measured.
struct Trend {
    /// e in figure ~ (number in flight)^e: 0 it does not care, -1 they share what there is. Absent: the
    /// number in flight was too much the same to tell.
    std::optional<double> exponent;
    double usual = 0; ///< the median of the run in question; 0: nothing was measured
    /// The median of the files with the fewest others beside them, and of those with the most. As many of each group that makes the
    /// exponent, and of no other: those of a slow server that never had others beside them are not "the fewest" of a fast one.
    double whenFew = 0;
    double whenMany = 0;
    std::map<QString, std::optional<double>> exponents{}; ///< of each server by itself
};

/// From here on the rate of each hardly falls: it is one of its own.
inline constexpr double ownRateFrom = -0.35;
/// From here on the wait of each grows by more than noise.
inline constexpr double waitGrowsFrom = 0.25;

/// One figure of one file in one run.
struct Sample {
    int id = 0;            ///< the task's
    QString server;        ///< that it came from: see plan::Origin
    double inFlight = 1;   ///< how many there were meanwhile, itself among them
    double fromServer = 1; ///< how many of those were from its server
    double figure = 0;     ///< above 0
    double seconds = 0;    ///< that it is of
    bool fetched = true;   ///< the file came in the run
};
using Samples = std::vector<Sample>;

/// Of fewer of a server, chance makes any trend.
inline constexpr std::size_t fewestForTrend = 5;

[[nodiscard]] std::map<QString, Samples> samplesByServer(const Samples &samples);

/// Bytes a second of each body that took long enough for a rate, and how many bodies came meanwhile.
[[nodiscard]] Samples ratesIn(const std::vector<record::SharedRecord> &tasks);
/// Seconds that each request waited for its header, and how many requests there were meanwhile.
[[nodiscard]] Samples waitsIn(const std::vector<record::SharedRecord> &tasks);

/// That of Trend, of these. Files are held against themselves where more than one run has them, so that large ones and small
/// ones may differ; else against those from the same server: one that is slower than the others would be the last, and alone.
[[nodiscard]] std::optional<double> exponentOf(const Samples &samples,
                                               double Sample::*number = &Sample::inFlight);

/// Over all runs, of the servers that count; `usual` is that of the first.
[[nodiscard]] Trend trendOf(const std::vector<const record::Run *> &runs,
                            Samples (*samplesIn)(const std::vector<record::SharedRecord> &tasks),
                            const std::function<bool(const QString &server)> &counts = {});

} // namespace lapwing::measure
