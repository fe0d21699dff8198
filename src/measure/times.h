// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

using record::Stamp;

/// From one stamp to a later one. Absent unless both were observed, in this order.
[[nodiscard]] std::optional<Stamp> between(std::optional<Stamp> from, std::optional<Stamp> to);

/// Where a task's time went. Absent: not observed. Sums run over those hops of all attempts that
/// have both stamps: a hop that never got so far spent nothing there.
struct TaskTimes {
    std::optional<Stamp> queued; ///< start of the run to the first lane that took it
    std::optional<Stamp> setUp; ///< asked to sent: look-up, connection, TLS, or a connection reused
    std::optional<Stamp> own;   ///< sent to finished; never the time in a queue, ours or Qt's
    std::optional<Stamp> wait;  ///< sent to header complete
    std::optional<Stamp> receive; ///< header complete to finished
    std::optional<Stamp> commit;  ///< last byte here to durable under its name
};

/// Source: what QNetworkReply signals in Qt 6.4; requestSent is when headers reach the socket buffer.
[[nodiscard]] TaskTimes timesOf(const record::TaskRecord &task);

} // namespace lapwing::measure
