// SPDX-License-Identifier: MIT
#pragma once

#include "demo/deliveries.h"

namespace lapwing::demo {

/// The study note's other half: what happens to a loop when the meal, delivered at once, is eaten by
/// something that does not let go of it.
enum class WorkKind {
    Blocking, ///< a call that waits: it does nothing, and nothing else can be done
    Burning,  ///< work that keeps a processor busy for as long
};

enum class WorkPlace {
    Loop,   ///< on the loop that drives everything else
    Thread, ///< on a thread of its own, awaited as a future
};

/// One round of the three deliveries, gathered.
[[nodiscard]] QCoro::Task<DemoResult> runWorkload(WorkKind kind, WorkPlace place, QUrl address,
                                                  double scale, Tell tell, std::stop_token stop);

} // namespace lapwing::demo
