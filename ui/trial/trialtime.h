// SPDX-License-Identifier: MIT
#pragma once

#include "run/runtally.h"
#include "run/trialoptions.h"

#include <QString>

#include <optional>
#include <vector>

namespace lapwing::ui {

/// Seconds, from the shortest to the longest that is likely.
struct SecondsRange {
    double low = 0;
    double high = 0;
    bool isOpen = false; ///< it may be any longer: `high` is no bound
};

/// So long the list took with so many at once; one at a time is 1.
struct KnownTime {
    int atOnce = 1;
    SecondsRange seconds;
};

/// What was seen of other numbers at once says about this one: fewer take no less, and twice as many take half of
/// the time at best. Absent: nothing was seen.
[[nodiscard]] std::optional<SecondsRange> expectedTime(int atOnce,
                                                       const std::vector<KnownTime> &known);

/// Of all `steps` together.
[[nodiscard]] std::optional<SecondsRange> expectedTime(
    const std::vector<trial::RunSchedule::Step> &steps, const std::vector<KnownTime> &known);

/// The steps of a trial of so many entries, in whatever order; together is with `atOnce`.
[[nodiscard]] std::vector<trial::RunSchedule::Step> stepsOf(const TrialChoice &choice, int atOnce,
                                                            int entries);

/// What the runs of a trial took, the means for each number at once.
[[nodiscard]] std::vector<KnownTime> knownFrom(const std::vector<TrialRun> &runs);

/// The same of a trial that is over, by the runs that are whole; of what is no trial, nothing.
[[nodiscard]] std::vector<KnownTime> knownFrom(const report::Document &document);

/// `known`, and of `others` the numbers at once that it has not.
[[nodiscard]] std::vector<KnownTime> joined(std::vector<KnownTime> known,
                                            const std::vector<KnownTime> &others);

/// Seconds that what failed in `run` took beyond its files. In a trial it costs them again until it is left out.
[[nodiscard]] double timeOfFailed(const record::Run &run);
/// So many runs of a trial have what fails in them: those that warm, and the first that counts.
[[nodiscard]] int runsWithFailed(const TrialChoice &choice);

/// What was known when a trial began.
struct TrialOutlook {
    std::vector<KnownTime> known;
    double failed = 0; ///< timeOfFailed()
    int entries = 0;   ///< of the list
    qint64 bytes = 0;  ///< of its files; 0: not known of all of them
};

/// How much of its current run is over, from 0 to 1: by the bytes, where it is known how many there are, else by the files.
[[nodiscard]] double shareOf(const RunShare &received, const TrialProgress &progress,
                             const TrialOutlook &before);

/// What is left of a trial whose current run has gone on for so many seconds, and of which `share` is over. By a run
/// of as many at once that has ended; else by the pace of this one, which is not over before its slowest file
/// (RunShare::notBefore), nor before a run of more at once was.
[[nodiscard]] std::optional<SecondsRange> timeLeft(const TrialProgress &progress, double inRun,
                                                   const TrialOutlook &before, double share = 0,
                                                   double notBefore = 0);

/// "about 1 min 42 s", "40 s to 1 min 42 s", "at least 40 s"
[[nodiscard]] QString textOf(const SecondsRange &range);

} // namespace lapwing::ui
