// SPDX-License-Identifier: MIT
#pragma once

#include "primer/lessons.h"
#include "primer/stage.h"

#include <QStringList>

namespace lapwing::primer {

/// How a scene went.
struct Performance {
    Moment elapsed{};
    std::vector<StageEvent> events;
    std::optional<Sum> sum;                 ///< of a scene that asks for a number
    std::optional<record::Failure> failure; ///< a fetch failed
    bool isStopped = false;
    bool wasStarved = false; ///< see Stage::wasStarved()
};

/// Plays a scene on the loop of the caller's thread.
[[nodiscard]] QCoro::Task<Performance> play(Scene scene, StageSetting setting);

/// Who ended, in the order of time.
[[nodiscard]] QStringList endsOf(const std::vector<StageEvent> &events);

} // namespace lapwing::primer
