// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/stretch.h"
#include "timeline/timerange.h"

namespace lapwing::ui {

/// What the axis, the rows and the lanes draw: one truth for all of them, written by Timeline alone.
struct TimelineState {
    TimeRange range;
    record::RunFacts facts;
    record::Stamp now{};
    bool isRunning = false;
    bool isOfOneFile = false; ///< tried after the run that the card tells of
    std::optional<Stretch> stretch;
};

} // namespace lapwing::ui
