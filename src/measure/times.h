// SPDX-License-Identifier: MIT
#pragma once

#include "measure/seconds.h"

namespace lapwing::measure {

using record::Stamp;

/// Where a task's time went: its phases (measure/phases.h) in the six figures that a table shows. Absent: there
/// was no such time, or Qt does not tell. A hop that was never sent spent its time in set-up, one that was
/// sent and never answered in wait.
struct TaskTimes {
    std::optional<Stamp> queued; ///< waiting for lanes, without pauses
    std::optional<Stamp>
        setUp; ///< asked to sent: connection and TLS, or a connection reused; without
               ///< the look-up of the name, which comes before
    std::optional<Stamp> own;     ///< sent to finished; never the time in a queue, ours or Qt's
    std::optional<Stamp> wait;    ///< sent to header complete
    std::optional<Stamp> receive; ///< header complete to finished
    std::optional<Stamp> commit;  ///< last byte here to durable under its name
};

/// Source: what QNetworkReply signals from Qt 6.3 on; requestSent is when headers reach the socket buffer.
[[nodiscard]] TaskTimes timesOf(const record::TaskRecord &task);

/// Of the file as a whole, whoever fetched it: as promised, or what is here of a finished one. Absent: it is not
/// known, or another file has its name.
[[nodiscard]] std::optional<qint64> sizeOf(const record::TaskRecord &task);

/// Whatever was received in the run, also of what failed; what a run brought is measure::bytesOfFiles().
/// record::saturated: more than that.
[[nodiscard]] qint64 bytesReceived(const record::Run &run);

} // namespace lapwing::measure
