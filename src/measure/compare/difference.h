// SPDX-License-Identifier: MIT
#pragma once

#include "measure/phases.h"

#include <vector>

namespace lapwing::measure {

/// One figure of two runs. Absent: not known of one of them.
struct Change {
    std::optional<record::Stamp> before;
    std::optional<record::Stamp> after;

    [[nodiscard]] std::optional<record::Stamp> by() const; ///< after - before; negative: faster
    [[nodiscard]] std::optional<double> times() const;     ///< after / before
};

struct PhaseChange {
    Phase phase = Phase::Queued;
    Change change; ///< sums over the tasks that both runs have
};

struct HostChange {
    QString host; ///< "https://example.org:443"
    int tasks = 0;
    Change own;                      ///< sum of the tasks' own times
    std::vector<PhaseChange> phases; ///< largest change first
};

struct TaskChange {
    QUrl url;
    QString name;
    Change own;
    std::optional<Phase> phase; ///< the one that changed most
};

/// What got slower and faster from one run to another, by how much, in which phase, at which host.
/// Tasks are the same by their link.
struct Difference {
    Change elapsed;
    std::vector<PhaseChange> phases; ///< in their order
    std::vector<HostChange> hosts;   ///< the largest change first
    std::vector<TaskChange> tasks;   ///< the largest change first
    int onlyBefore = 0;              ///< tasks without a counterpart
    int onlyAfter = 0;
    QStringList
        notes; ///< translated: what makes the two hard to compare (other sizes, failures, other at once)
    QString text; ///< translated: the result in one or two sentences
};

[[nodiscard]] Difference differenceOf(const record::Run &before, const record::Run &after);

} // namespace lapwing::measure
