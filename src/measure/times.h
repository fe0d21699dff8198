// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

using record::Stamp;

/// Where a task's time went. Absent: not observed. Sums run over the hops of all attempts.
struct TaskTimes {
    std::optional<Stamp> queued;  ///< start of the run to the first lane that took it, and back in the queue between hops
    std::optional<Stamp> setUp;   ///< asked to sent: look-up, connection, TLS, or a connection reused
    std::optional<Stamp> own;     ///< sent to finished; never the time in a queue, ours or Qt's
    std::optional<Stamp> wait;    ///< sent to header complete
    std::optional<Stamp> receive; ///< header complete to finished
    std::optional<Stamp> commit;  ///< last byte here to durable under its name
};

/// Source: reference timing, section 1.4; DESIGN "A run".
[[nodiscard]] TaskTimes timesOf(const record::TaskRecord &task);

} // namespace lapwing::measure
