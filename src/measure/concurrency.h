// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

// What the attempts' stamps say of how many were in flight: each from its start until its last byte was here, or
// until it ended without one. The commit to disk is not in it: no lane waits for that.

/// On average over the run (Little 1961): the sum of their times / elapsed. 0 when nothing took time.
[[nodiscard]] double meanConcurrency(const record::Run &run);
/// At the best moment.
[[nodiscard]] int peakConcurrency(const record::Run &run);

/// The server said: too many (RFC 6585 section 4), or: not now (RFC 9110 section 15.6.4).
[[nodiscard]] bool isRefusal(const record::Attempt &attempt);
/// By the user, or because the disk was full: what it was at until then was no failure of its own.
[[nodiscard]] bool wasInterrupted(const record::Attempt &attempt);
/// Refusals, and the times that a server was asked for fewer at once since.
[[nodiscard]] int throttlingsIn(const record::Run &run);

} // namespace lapwing::measure
