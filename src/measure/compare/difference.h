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

/// What makes two runs hard to compare.
struct Note {
    enum class Kind {
        OtherMode,    ///< one ran together, the other one at a time
        OtherAtOnce,  ///< `before` and `after` are how many ran at a time
        OneDiscarded, ///< only one of them wrote files
        Stopped,      ///< one of them was
        Failed,       ///< so many downloads did, `before` and `after`
        OtherSizes,   ///< `files` had another number of bytes
        OnDiskBefore, ///< `files` were on disk, at least in part, before one of the runs
    };
    Kind kind = Kind::Stopped;
    int before = 0;
    int after = 0;
    int files = 0;

    friend bool operator==(const Note &, const Note &) = default;
};

/// Of a host, the phase that changed most.
struct HostPhase {
    QString host;
    PhaseChange phase;
};

/// What got slower and faster from one run to another, by how much, in which phase, at which host.
/// Tasks are the same by their link.
struct Difference {
    Change elapsed;
    bool isSmall = false; ///< elapsed changed by no more than two runs of one kind differ by
    std::vector<PhaseChange> phases;  ///< in their order
    std::vector<HostChange> hosts;    ///< the largest change first
    std::vector<TaskChange> tasks;    ///< the largest change first
    std::optional<HostPhase> largest; ///< of all hosts; absent: no phase changed
    int onlyBefore = 0;               ///< tasks without a counterpart
    int onlyAfter = 0;
    std::vector<Note> notes;
};

[[nodiscard]] Difference differenceOf(const record::Run &before, const record::Run &after);

} // namespace lapwing::measure
