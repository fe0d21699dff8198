// SPDX-License-Identifier: MIT
#pragma once

#include "measure/stepfunction.h"
#include "record/taskrecord.h"

#include <optional>
#include <vector>

namespace lapwing::measure {

// What the attempts' stamps say of how many were in flight: each from its start until its last byte was here, or
// until it ended without one, but for its waits for room at a server that a redirect led to. The commit to disk
// is not in it: no lane waits for that.

/// When a lane held it: one span more than it has such waits, in order; some may have no length. One that has not ended
/// goes on until `now`; without, it tells nothing.
[[nodiscard]] std::vector<Span> flightsOf(const record::Attempt &attempt,
                                          std::optional<Stamp> now = {});
/// How long those are together.
[[nodiscard]] Stamp timeInFlight(const record::Attempt &attempt);

/// On average over the run (Little 1961): the sum of their times / elapsed. 0 when nothing took time.
[[nodiscard]] double meanConcurrency(const record::Run &run);
/// At the best moment.
[[nodiscard]] int peakConcurrency(const record::Run &run);

/// The server said: too many (RFC 6585 section 4), or: not now (RFC 9110 section 15.6.4). Not of an attempt, or the
/// redirect of one, that led to a server which had said so before and was not asked again.
[[nodiscard]] bool isRefusal(const record::Attempt &attempt);
/// That, or its redirect led to such a server: no refusal of its own, but no other failure either.
[[nodiscard]] bool endedByRefusal(const record::Attempt &attempt);
/// By the user, or because the disk was full: what it was at until then was no failure of its own.
[[nodiscard]] bool wasInterrupted(const record::Attempt &attempt);
/// Its server was known to refuse, or not to answer: nobody was asked.
[[nodiscard]] bool wasPassedBy(const record::Attempt &attempt);
/// Why the task waited before its attempt `next`, which is not its first: the last one that asked somebody.
[[nodiscard]] const record::Attempt &waitedAfter(const record::TaskRecord &task, std::size_t next);
/// From the end of an attempt to the start of `next`, without pauses; in order.
[[nodiscard]] std::vector<Span> waitsBefore(const record::TaskRecord &task, std::size_t next);
[[nodiscard]] int refusalsIn(const record::Run &run);

} // namespace lapwing::measure
