// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <array>
#include <optional>
#include <vector>

namespace lapwing::measure {

/// Where the time of a task goes, in the order in which it does.
enum class Phase {
    Queued, ///< start of the run to the first lane that took it, and from a redirect to the lane that took it for
            ///< the server there; without pauses
    Held,   ///< held off by its server (record/taskrecord.h: Hold); a part of Queued
    LookUp, ///< its name was looked up, by ourselves and first
    SetUp, ///< asked to sent: connect and TLS, or a connection reused; Qt does not tell them apart. Of
           ///< a hop that was never sent, asked to its end
    Send,      ///< the request on the wire
    Wait,      ///< sent to header complete; of a hop that was never answered, sent to its end
    FirstByte, ///< header complete to the first byte of the body; a part of Receive
    Receive,   ///< header complete to finished
    Stalled,   ///< silences of a second and more; a part of Receive
    Disk,      ///< waiting for the disk while it comes; a part of Receive
    Retry,     ///< end of an attempt to the start of the next: the wait, and for a lane
    Verify,    ///< spent on a checksum, on another thread beside Receive
    Commit,    ///< last byte here to durable under its name
};
inline constexpr std::size_t phaseCount = 13;

/// "queued", "look-up", "set-up", ...: the stable word of reports.
[[nodiscard]] QString wordFor(Phase phase);
/// A part of Queued or of Receive, or beside it: adding it up again would count twice.
[[nodiscard]] bool isPart(Phase phase);

/// How one knows a phase.
enum class Known {
    Measured,
    Reused,        ///< "reused": of set-up; the connection was there
    DoesNotApply,  ///< "does-not-apply": there was no such phase
    NotObservable, ///< "not-observable": Qt cannot tell; there is no figure
};
[[nodiscard]] QString wordFor(Known known); ///< "measured", and the words in quotes above

struct PhaseTime {
    Phase phase = Phase::Queued;
    Known known = Known::NotObservable;
    std::optional<record::Stamp> from; ///< with a figure
    std::optional<record::Stamp> time; ///< absent: there is no figure
    bool isLate =
        false; ///< an end of it was stamped after the loop stood still: late by up to that
};

/// Whether the connection of a hop was there before it. Only TLS tells: it is made anew for a new connection
/// alone (timing.md, 1.5). Absent: not observable.
[[nodiscard]] std::optional<bool> isReused(const record::Hop &hop);

/// Of one hop: LookUp, SetUp, Send, Wait, FirstByte, Receive.
[[nodiscard]] std::vector<PhaseTime> phasesOf(const record::Hop &hop,
                                              const std::optional<record::Stamp> &firstByte,
                                              const std::optional<record::Loop> &loop = {});
/// Of what an attempt has besides its hops: Stalled, Disk, Verify, Commit.
[[nodiscard]] std::vector<PhaseTime> phasesOf(const record::Attempt &attempt,
                                              const std::optional<record::Loop> &loop = {});
/// Sums over all hops and attempts of a task, every phase once, in their order. Known: the best that any
/// of them is. There is a commit only of a task that has a file.
[[nodiscard]] std::array<PhaseTime, phaseCount> phasesOf(
    const record::TaskRecord &task, const std::optional<record::Loop> &loop = {});

/// Since when it waited for its first lane: since it is in the run, or its last pause before that ended.
[[nodiscard]] record::Stamp queuedSince(const record::TaskRecord &task);

/// The loop stood still until just before this moment.
[[nodiscard]] bool isLate(record::Stamp stamp, const std::optional<record::Loop> &loop);

} // namespace lapwing::measure
