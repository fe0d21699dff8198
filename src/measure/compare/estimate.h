// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

/// What the list would have cost one at a time, as far as one run together can tell.
/// An estimate, not a bound that always holds:
///  - `low`: every file waits the smallest first-byte time seen of its host and then comes at the
///    best aggregate rate seen, or not much faster than it was where the run shows that a server's files hardly slowed each
///    other (measure/compare/steadytimes.h); the last one is made durable in a file's share of the time in which any was. Too
///    high where the server slows down under load: alone, it would have been faster than anything that was seen.
///  - `high`: the sum of get() to finished over the tasks (the mean number in flight times elapsed,
///    never a speed-up), the time in which any of them was being made durable (one at a time the next
///    one comes beside that too: their sum would be far more), and the times in which a server held off
///    what waited for it. Too low where a server is slower when asked one at a time, for example one
///    that answers in groups.
/// One at a time a server may refuse nobody, or as many as together: holds are in `high` alone.
struct Range {
    record::Stamp low{};
    record::Stamp high{};
};

/// Over the tasks that fetched their file; absent while there is none. low <= high always.
/// Redirects count at both ends; of an attempt that failed, the bytes that the next one went on from
/// count at both, its time only at the high one. Costs n log n.
[[nodiscard]] std::optional<Range> estimateOneAtATime(
    const std::vector<record::SharedRecord> &tasks, const std::vector<record::Hold> &holds = {});

} // namespace lapwing::measure
