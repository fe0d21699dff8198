// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

namespace lapwing::ui {

/// A part of a run's time that somebody chose.
struct Stretch {
    record::Stamp from{};
    record::Stamp to{};
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// Started before its end, and not ended before its beginning.
[[nodiscard]] bool isActiveIn(const record::TaskRecord &task, const Stretch &stretch);

/// What happened in a stretch, from the stamps alone.
struct StretchSums {
    record::Stamp time{};        ///< of the stretch that has passed
    int tasks = 0;               ///< active in it
    std::optional<qint64> bytes; ///< absent: no attempt received anything in it
    bool isBytesExact =
        true; ///< not so where an attempt reaches over an edge: its bytes are taken to come evenly
    record::Stamp active{};    ///< of all attempts together
    record::Stamp waiting{};   ///< of that, for headers
    record::Stamp receiving{}; ///< of that, for bodies
    double idleSlots = 0;      ///< on average: at once, less the attempts in flight
    double slots = 0;          ///< at once, on average
};

/// One look at each task; of those outside the stretch at two stamps only.
[[nodiscard]] StretchSums sumsOf(const std::vector<record::SharedRecord> &tasks,
                                 const record::RunFacts &facts, const Stretch &stretch,
                                 record::Stamp now);

/// In one line.
[[nodiscard]] QString wordsFor(const StretchSums &sums);

/// How many may be at once at each moment: the number at the start, and its changes.
[[nodiscard]] int atOnceAt(const record::RunFacts &facts, record::Stamp moment);

} // namespace lapwing::ui
