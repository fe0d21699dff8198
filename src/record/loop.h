// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace lapwing::record {

/// A time in which a loop did not come round; on the clock of its run.
struct LoopStall {
    std::chrono::nanoseconds from{};
    std::chrono::nanoseconds to{};
    friend bool operator==(const LoopStall &, const LoopStall &) = default;
};

/// How the engine's event loop fared during a run: what tells waiting from working and from blocking.
struct Loop {
    /// A loop that comes round later than this stood still: idle noise is 0.7 to 3.4 ms (measured).
    static constexpr std::chrono::milliseconds stillness{5};

    std::chrono::nanoseconds watched{}; ///< how long it was looked at, wall clock
    /// In handlers of events, the outermost alone. Absent where the application does not tell
    /// (engine/system/busytime.h): how long a dispatcher blocks says nothing, handlers run in between (measured).
    std::optional<std::chrono::nanoseconds> busy;
    std::chrono::nanoseconds cpu{};        ///< of its thread: getrusage(2), RUSAGE_THREAD
    std::chrono::nanoseconds processCpu{}; ///< of every thread: RUSAGE_SELF
    /// Its thread could have gone on, but every processor was busy with other work
    /// (/proc/thread-self/schedstat, Documentation/scheduler/sched-stats). Absent: the system does not say.
    std::optional<std::chrono::nanoseconds> starved;
    std::chrono::nanoseconds longestStall{};
    std::vector<LoopStall> stills; ///< longer than `stillness`, in order; the first 1,000
    int uncountedStills = 0;       ///< beyond those
};

} // namespace lapwing::record
