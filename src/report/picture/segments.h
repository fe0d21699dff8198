// SPDX-License-Identifier: MIT
#pragma once

#include "measure/phases.h"

namespace lapwing::report {

/// A kind of bar in a waterfall: the phases that have a place on the clock, and the time that none has.
enum class Part {
    Queued,
    LookUp,
    SetUp,
    Reused, ///< set-up, where the connection was there
    Wait,
    Receive,
    Retry,
    Commit,
    Paused,
    Unexplained, ///< no stamp says what it was: not observable
};
inline constexpr std::size_t partCount = 10;

[[nodiscard]] QString titleOf(Part part); ///< translated

struct Segment {
    Part part = Part::Unexplained;
    record::Stamp from{};
    record::Stamp to{};
    bool isFromLate = false; ///< stamped after the loop stood still
    bool isToLate = false;

    [[nodiscard]] bool isLate() const { return isFromLate || isToLate; }
};

/// A task's time from the start of the run on, in order and without overlap, every nanosecond to its end
/// once. What did not end lasts until `now`.
[[nodiscard]] std::vector<Segment> segmentsOf(const record::TaskRecord &task, record::Stamp now,
                                              const std::optional<record::Loop> &loop = {});

/// The last moment that a run has a stamp of.
[[nodiscard]] record::Stamp endOf(const record::Run &run);

} // namespace lapwing::report
