// SPDX-License-Identifier: MIT
#pragma once

#include "run/trialoptions.h"

namespace lapwing::ui {

/// What is drawn and listed of a trial, while it grows and when it is over.
struct TrialPicture {
    record::Trial::Kind kind = record::Trial::Kind::Compare;
    std::vector<TrialRun> runs;              ///< that count
    int rounds = 0;                          ///< so many are planned
    std::vector<int> levels;                 ///< of a sweep: so many at once are planned, ascending
    std::optional<measure::Speedup> speedup; ///< of a comparison; absent: there is no whole round
    std::optional<measure::Sweep> sweep;
    bool isOver = false;

    [[nodiscard]] bool isSweep() const { return kind == record::Trial::Kind::Sweep; }
};

[[nodiscard]] TrialPicture pictureOf(const TrialProgress &progress);
[[nodiscard]] TrialPicture pictureOf(const report::Document &document);

/// The seconds that the runs of one way took, in the order of the rounds.
[[nodiscard]] std::vector<TrialRun> runsOf(const TrialPicture &picture, plan::Mode mode);

/// The picture in sentences, for those who do not see it.
[[nodiscard]] QString spokenText(const TrialPicture &picture);

} // namespace lapwing::ui
