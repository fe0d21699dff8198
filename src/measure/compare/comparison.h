// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/estimate.h"
#include "measure/compare/gap.h"

namespace lapwing::measure {

/// A stopwatch says more about itself than about a list that took less together. Several rounds show by themselves how
/// far they are off.
constexpr record::Stamp minComparedTime = std::chrono::milliseconds(500);
/// Of a run that stands alone; absent: what it took can be compared.
[[nodiscard]] std::optional<Gap> gapIfShort(const record::Run &run);

/// What together is held against.
struct Baseline {
    enum class Kind { Measured, Range };
    Kind kind = Kind::Range;
    std::optional<record::Stamp> measured; ///< Kind::Measured; absent when that run is not whole
    std::optional<Range> range;            ///< Kind::Range
};

/// How many times faster together was; below 1 it was slower, and that is shown as plainly.
struct Speedup {
    Baseline::Kind kind = Baseline::Kind::Range;
    std::optional<double> value; ///< Kind::Measured; of several rounds the median of their ratios
    std::optional<double> low, high; ///< of the range; measured: of the interval, from 6 rounds on
    std::optional<double> level;     ///< what the interval covers: 0.969 is 96.9 %
    int rounds = 0;                  ///< Kind::Measured: how many pairs of runs
    int files = 0;                   ///< it is about so many
    int listed = 0;                  ///< of so many; the others brought no file, either way
    std::vector<double> ratios;      ///< Kind::Measured: of each round, in their order
    std::vector<int> outliers; ///< rounds, from 1, whose ratio is far from the others; they count
    bool togetherFirst = true; ///< Kind::Measured, of one round: which way ran first
    bool heldOff = false;      ///< Kind::Range: a server was left alone for a while, as it asked
    std::optional<Gap> gap;    ///< why there is no figure at all

    [[nodiscard]] bool isComparable() const { return !gap; }
    /// All of the list: nothing was ever under way beside it, also nothing that failed.
    [[nodiscard]] bool isOfOneFile() const { return files == 1 && listed == 1; }
};

struct Comparison {
    Baseline baseline;
    Speedup speedup;
};

/// From one run alone: a range. Absent while no task fetched a file. Comparable when every task that is not
/// left out (measure/compare/completeness.h) fetched all of one, and together took minComparedTime. Of a list of one
/// file both ends are the run itself, however short it was.
[[nodiscard]] std::optional<Comparison> compareWithEstimate(const record::Run &together);

/// With the same files really fetched one at a time. What is left out of both is of no account. Not
/// comparable when a file came in one way and not in the other, when one had not finished or was there from an
/// earlier run, or when its bytes differ; then, of one round, when together took less than minComparedTime.
[[nodiscard]] Comparison compare(const record::Run &together, const record::Run &oneAtATime,
                                 int rounds = 1);

/// Of rounds: each run together against the run one at a time of the same round. Absent while no round
/// has both. Not comparable when one round is not, or when rounds did not bring the same files and bytes.
[[nodiscard]] std::optional<Comparison> compareRounds(const std::vector<record::Run> &runs);

/// How far the range that was told before was from what was measured, as a factor: 1 when the measured
/// ratio lies in it, else how many times the nearer end is off. Absent without both.
[[nodiscard]] std::optional<double> errorOf(const Comparison &estimate, const Comparison &measured);

} // namespace lapwing::measure
