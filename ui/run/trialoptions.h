// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/sizes.h"
#include "report/document.h"
#include "trial/runschedule.h"

#include <QMetaType>

namespace lapwing::ui {

/// What is to be found out about a list.
struct TrialChoice {
    bool isSweep = false;                        ///< else rounds of both ways
    std::vector<int> levels{1, 2, 4, 8, 16, 32}; ///< of a sweep
    trial::Rounds rounds;

    /// How often the list is fetched, with what only warms.
    [[nodiscard]] int runs() const;
};

/// How far a trial is.
struct TrialStep {
    int done = 0; ///< runs that have ended
    int all = 0;
    int atOnce = 0; ///< of the run under way; 0: servers are probed, or that was all
};

} // namespace lapwing::ui

Q_DECLARE_METATYPE(lapwing::ui::TrialStep)
Q_DECLARE_METATYPE(lapwing::engine::Sizes)
Q_DECLARE_METATYPE(lapwing::report::Document)
