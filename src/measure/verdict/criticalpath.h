// SPDX-License-Identifier: MIT
#pragma once

#include "measure/stepfunction.h"

namespace lapwing::measure {

/// What went on in a stretch of the path.
enum class Work {
    SetUp,   ///< look-up, connection, TLS
    Answer,  ///< sent to header complete
    Body,    ///< header complete to the last byte
    Commit,  ///< last byte here to durable under its name
    Lost,    ///< an attempt that failed, other than by a refusal
    Retry,   ///< until such a one was tried again
    Refused, ///< an attempt ended by a refusal (measure/concurrency.h), and until it was tried again
    Held,    ///< a server held the task off
    Nothing, ///< no stamp says what it was
};

struct CriticalStretch {
    Work work = Work::Nothing;
    Span span;
    const record::TaskRecord *task = nullptr; ///< null: of no task
    record::Stamp disk{};                     ///< of a body's time, waiting for the disk
    /// The next on the path waited until this one gave its lane free: with another it had begun sooner.
    bool isWaitedFor = false;
    QUrl server{}; ///< that was asked; empty: of no task
};

/// What the run waited for, from its end back to its start, without overlap, the last first: from the task that
/// ended last to what it had waited for before it began (its server, its own retry, or a lane that
/// another task held), and so on. Points into the run. Costs n log n for n attempts.
/// Which lane took which task is not recorded: of those given free just before, it is taken to be the last.
[[nodiscard]] std::vector<CriticalStretch> criticalPathOf(const record::Run &run);

} // namespace lapwing::measure
