// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::test {

/// Three files, all done: one over a new TLS connection, checked and late; one that stalled, was paused and
/// went on over a connection that was there; one after a redirect, from a host that is a number. Of every
/// stamp there is one, each with its nanoseconds; the loop was watched. All times are `slower` times as
/// long.
[[nodiscard]] record::Run richRun(plan::Mode mode = plan::Mode::Together, int round = 1,
                                  double slower = 1);

/// Six rounds of it, compared: together 1 to 1.05 times as long, one at a time 3 times that.
[[nodiscard]] report::Document comparedDocument();

/// One, two and four at once, three rounds each, with every member of a sweep.
[[nodiscard]] report::Document sweptDocument();

} // namespace lapwing::test
