// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::cli {

/// What the exit status depends on.
struct ExitFacts {
    int signal = 0; ///< SIGINT or SIGTERM; 0: not interrupted
    bool wrongUsage = false;
    bool couldNotWrite =
        false;         ///< this machine: disk full, no permission, an export or standard output
    int succeeded = 0; ///< unverified counts
    int failed = 0;    ///< refused lines and cancelled tasks count
    bool missedDemand = false; ///< a clause of --require does not hold
};

/// The first that holds: 130 or 143 interrupted, 2 wrong usage, 4 this machine could not write,
/// 3 nothing succeeded, 1 some failed, 5 a demand was missed, 0 all done.
[[nodiscard]] int exitStatus(const ExitFacts &ending);

/// The tasks of a run, as they count for the exit status.
[[nodiscard]] ExitFacts exitFactsOf(const record::Run &run);

} // namespace lapwing::cli
