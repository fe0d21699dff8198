// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/gap.h"
#include "record/taskrecord.h"
#include "record/trial.h"

#include <optional>
#include <vector>

namespace lapwing::measure {

/// What one number at once came to. Times are medians of the rounds; an interval needs 6 of them to
/// cover 95 %, with fewer `low` and `high` are the shortest and the longest seen.
struct SweepPoint {
    int atOnce = 1;
    int rounds = 0;
    int files = 0;      ///< that came
    double elapsed = 0; ///< seconds
    double low = 0, high = 0;
    double level = 0; ///< what low to high covers of the median's chance; below 0.95 it is said
    std::optional<double> speedup;     ///< T(1) / T(n); absent without level 1
    std::optional<double> efficiency;  ///< speedup / n
    double throughput = 0;             ///< bytes a second
    std::optional<double> serialShare; ///< Karp and Flatt 1990: (1/S - 1/n) / (1 - 1/n)
    double inFlight = 0;               ///< the mean: sum of the tasks' time / elapsed (Little 1961)
    double slotUse = 0;                ///< inFlight / n: how much of the lanes was used
    int maxAtOnce =
        0; ///< the highest number of tasks that really were in flight, from their stamps
    int throttled = 0;      ///< answers that said: too many
    int steppedDown = 0;    ///< times that a server was asked for fewer at once since
    std::optional<Gap> gap; ///< why it does not count; absent: it does
};

/// Gunther's law: X(n) = lambda n / (1 + sigma (n - 1) + kappa n (n - 1)).
struct ScalabilityLaw {
    double lambda = 0;          ///< bytes a second of one
    double sigma = 0;           ///< contention, 0 to 1
    double kappa = 0;           ///< coherency, 0 and more
    double fit = 0;             ///< R squared
    std::optional<double> peak; ///< sqrt((1 - sigma) / kappa); absent when kappa is 0
};

/// The file that bounds the speed-up whatever the number at once is: the list cannot take less than that file
/// does by itself (Graham 1966). Made from runs, so it is as sure as they are: one round makes no interval,
/// and a bound that was passed by more than noise is none.
struct CriticalTask {
    int id = 0;
    QString name;
    double seconds = 0; ///< of its own with the fewest at once, the median of the rounds
    double bound = 0;   ///< the time of the list by `seconds`, of the medians of the rounds
    /// The shortest of the one by the longest of the other, and back; or what was reached, where that is a little more.
    double low = 0, high = 0;
    bool isMet =
        false; ///< that file, rather than the number at once, is what the best came up against
};

/// Throughput stops growing with the number at once.
struct Plateau {
    enum class Kind {
        ServerAllows, ///< it answers no more than `atOnce` at a time: with more, each waits longer
        ServerIsBusy, ///< it is at its limit: with more, each waits longer
        Bandwidth,    ///< it is used up: with more, each file takes longer
        OneFile,      ///< no run is shorter than its longest file: see Sweep::critical
        Unexplained,  ///< the files take no longer, and none of them is so long
    };
    Kind kind = Kind::Unexplained;
    int atOnce = 1;    ///< from which on nothing is gained
    double before = 0; ///< seconds: the median of what grows, with `atOnce`; 0 where nothing does
    double after = 0;  ///< and with the highest number
};

/// A limit of our own: more were allowed at once than ever were active.
struct OwnLimit {
    enum class Kind {
        Files,      ///< `reached` is how many there are
        PerHost,    ///< `reached` is the limit per host
        ShortFiles, ///< files finish before others start; `reached` is the most that were active
    };
    Kind kind = Kind::Files;
    int allowed = 1; ///< the highest number at once
    int reached = 0;
};

/// No two numbers are told apart, and the intervals are so wide that a difference could hide in them.
struct NoDifference {
    enum class Reason { ShortRuns, VaryingRuns };
    Reason reason = Reason::VaryingRuns;
    double low = 0, high = 0; ///< seconds: from the lowest end of an interval to the highest
};

struct Sweep {
    std::vector<SweepPoint> points; ///< by number at once
    /// The smallest number whose throughput is within 5 % of the best, or below whose interval that of no other
    /// lies by more than 2 %: with few rounds intervals are as narrow as chance would have it. By more than 25 %
    /// where one of the two has one round, or two that took less than minComparedTime.
    /// Or the smallest with as many in flight as the best ever had: more lanes did nothing then.
    /// Only of those below the lowest that was throttled. Absent: nothing is comparable, one of those was too short to
    /// count, or `noDifference`.
    std::optional<int> recommended;
    bool isWithinNoise = false; ///< its throughput is less than that, by what may be chance
    std::optional<NoDifference>
        noDifference; ///< why the numbers cannot be told apart; knee, law and plateau would be noise
    std::optional<int> fastest;   ///< the best of those; absent with `recommended`
    bool mayBeExceeded = false;   ///< nothing higher than `fastest` was tried, which was possible
    std::optional<int> fewRounds; ///< that a number has which counts, too few for an interval
    std::optional<int> throttledFrom; ///< the lowest number at once that was throttled
    std::optional<int>
        knee; ///< Satopaa et al. 2011 (Kneedle), a second opinion; no knee is an answer
    std::optional<ScalabilityLaw>
        law; ///< from 6 points on, only where it fits (R squared from 0.98)
    std::optional<CriticalTask>
        critical; ///< absent too when a number at once came to clearly more than `high`
    std::optional<Plateau> plateau;
    std::optional<OwnLimit> ownLimit;
    std::optional<record::Stop> stopped; ///< why no higher number was tried; absent: all were
    /// Our own bookkeeping, by Little's law: how far the mean number in flight that was sampled is from what
    /// the stamps say, in the worst run that took minComparedTime, as a share: a shorter one is sampled too seldom.
    /// Absent: not sampled, or in shorter ones only.
    std::optional<double> bookkeepingError;
    bool isTooShortToCheck = false; ///< all runs that were sampled are
};

/// Of the runs together of a sweep, told apart by their number at once; others are passed over. A number of
/// which one run has a gap (measure/compare/completeness.h), or brought other files than the first, has its point and does not
/// count, nor has one whose only round took less than minComparedTime; what failed in the first is left out.
/// `stopped`: why it ended before its highest level.
[[nodiscard]] Sweep sweepOf(const std::vector<record::Run> &runs,
                            std::optional<record::Stop> stopped = {});

/// Bytes a second, had the files of `point` come in `seconds` instead of the median.
[[nodiscard]] double throughputIn(const SweepPoint &point, double seconds);

} // namespace lapwing::measure
