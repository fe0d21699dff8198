// SPDX-License-Identifier: MIT
#pragma once

#include "measure/verdict/evidence.h"
#include "measure/verdict/moreatonce.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace lapwing::measure {

/// What a run's time went to.
enum class LimitedBy {
    Latency,    ///< "latency": waiting for answers; more at once helps
    Line,       ///< "line": all together come at one rate, however many there are
    Connection, ///< "connection": each comes at a rate of its own; more at once helps
    Throttling, ///< "throttling": the server refuses, or makes us wait
    Retries, ///< "retries": attempts failed, other than by refusals, and were tried again after a wait
    Disk,    ///< "disk"
    Program, ///< "program": our loop was busy or blocked
    Unknown, ///< "unknown": nothing stands out, or there is too little to tell
};

inline constexpr std::size_t limitCount = 8;

/// What one thing cost of the elapsed time.
struct LimitShare {
    LimitedBy limit = LimitedBy::Unknown;
    double seconds = 0;
};

/// What the engine's loop did.
enum class LoopKind {
    IoBound,      ///< "io-bound": it waited
    CpuBound,     ///< "cpu-bound": it worked
    Blocked,      ///< "blocked": something on it waited without letting go
    CpuElsewhere, ///< "cpu-elsewhere": other threads worked
    Unknown,      ///< "unknown": it was not watched
};

struct Verdict {
    LimitedBy limitedBy = LimitedBy::Unknown;
    LoopKind loop = LoopKind::Unknown;
    /// What it stands on, by stable names with their unit: {"wait_share", 0.93}, {"rate_bytes_per_s", 4e6}.
    std::vector<std::pair<QString, double>> figures;
    /// Of the elapsed time, the largest first: see measure/verdict/causes.h. The first is `limitedBy`.
    std::vector<LimitShare> causes;
    Evidence evidence;
    std::optional<Sooner> sooner;
    /// The figure that stands beside it (measure/compare/comparison.h) leaves open, or says, that together was slower than
    /// one at a time, or a sweep tried more in vain: then nobody is told that more at once helps.
    bool isMoreInDoubt = false;
    /// The file that took nearly all of a run in which others waited for a lane, by the speed of its connection or by
    /// its wait: with more at once the run had taken as long. Absent: there is none.
    std::optional<QString> oneFile{};
};

inline constexpr QStringView oneFileWord = u"one-file"; ///< in place of that of its limit

[[nodiscard]] QString wordFor(LimitedBy limit);        ///< the word in quotes above
[[nodiscard]] QString wordFor(const Verdict &verdict); ///< that of its limit, or `oneFileWord`
[[nodiscard]] QString wordFor(LoopKind kind);          ///< the word in quotes above

/// Each file took as long as it would have by itself.
[[nodiscard]] bool isOfEachFile(const Verdict &verdict);

/// Of the loop alone; see shared words in the header of record/loop.h.
[[nodiscard]] LoopKind loopKindOf(const std::optional<record::Loop> &loop);

/// Of `run`. Other runs of the same list, where there are some, tell more: whether the rate of one file
/// is the same when it comes alone.
[[nodiscard]] Verdict verdictOf(const record::Run &run, const std::vector<record::Run> &all = {});

} // namespace lapwing::measure
