// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/sizes.h"
#include "report/document.h"
#include "trial/runschedule.h"

namespace lapwing::ui {

/// What is to be found out about a list.
struct TrialChoice {
    bool isSweep = false;                        ///< else rounds of both ways
    std::vector<int> levels{1, 2, 4, 8, 16, 32}; ///< of a sweep
    trial::Rounds rounds;

    /// How often the list is fetched, with what only warms.
    [[nodiscard]] int runs() const;
    [[nodiscard]] record::Trial::Kind kind() const
    {
        return isSweep ? record::Trial::Kind::Sweep : record::Trial::Kind::Compare;
    }
};

/// What a sweep of so many entries tries unless the user says otherwise: the number in use is among them, since a
/// recommendation that never tried it could be a worse one.
[[nodiscard]] std::vector<int> levelsFor(int entries, int atOnce);

/// What one run of a trial came to, for a picture that grows.
struct TrialRun {
    plan::Mode mode = plan::Mode::Together;
    int atOnce = 1;
    int round = 1;
    double seconds = 0; ///< of its files
    qint64 bytes = 0;
    bool isKept = true; ///< false: it only warmed
};
[[nodiscard]] TrialRun figuresOf(const record::Run &run);

/// How far a trial is.
struct TrialProgress {
    TrialChoice choice;
    bool isProbing = false;
    std::vector<TrialRun> runs; ///< that have ended
    int madeBefore =
        0; ///< of those: the last run of the list, which is measured and costs nothing more
    std::vector<trial::RunSchedule::Step> steps; ///< the one under way first
    int failed = 0; ///< in the first run that counts, and left out since
    int files = 0;  ///< that are left; 0: that run has not ended
    /// What the runs that count mean so far; of very long lists brought up to date once a round.
    std::optional<measure::Comparison> comparison;
    std::optional<measure::Sweep> sweep;

    /// One has ended, and `schedule` knows it.
    void take(const TrialRun &run, const trial::RunSchedule &schedule);
};

/// How a trial ended.
struct TrialOutcome {
    report::Document document; ///< without runs: none is worth to be kept
    bool isStopped = false;    ///< by the user: the rounds that were whole are there
    bool isKept = false;       ///< in the history
};

} // namespace lapwing::ui
