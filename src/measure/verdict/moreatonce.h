// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/criticalpath.h"
#include "measure/verdict/evidence.h"

namespace lapwing::measure {

/// What more lanes had been worth.
struct Sooner {
    int atOnce = 0;
    double seconds = 0; ///< at least, as long as no attempt takes longer than it did
};

/// How many were allowed at once, at the end of the run.
[[nodiscard]] int lastAtOnce(const record::Run &run);
/// There were more files than were under way at once, at the end of the run.
[[nodiscard]] bool couldBeMore(const record::Run &run);

/// With twice as many at once the same attempts, in the same order, each as long as it was (list scheduling,
/// Graham 1966); never more than the time that its critical path waited for lanes. Absent where that
/// cannot be said: waits or rates got worse with more in flight or it was not observed whether they do, a server
/// refused some or was asked for fewer, or it would be less than a twentieth.
[[nodiscard]] std::optional<Sooner> soonerWithMore(const record::Run &run, const Evidence &evidence,
                                                   const std::vector<CriticalStretch> &path);

} // namespace lapwing::measure
