// SPDX-License-Identifier: MIT
#pragma once

#include "measure/phases.h"

#include <vector>

namespace lapwing::measure {

/// One figure of two runs. Absent: not known of one of them.
struct Change {
    std::optional<record::Stamp> before;
    std::optional<record::Stamp> after;
    bool isOfOneThing = true; ///< else one says nothing about the other: they are no change

    [[nodiscard]] std::optional<record::Stamp> by() const; ///< after - before; negative: faster
    [[nodiscard]] std::optional<double> times() const;     ///< after / before
};

struct PhaseChange {
    Phase phase = Phase::Queued;
    Change change; ///< sums over the files that both runs downloaded
};

struct HostChange {
    QString host; ///< "https://example.org:443"
    int files = 0;
    Change own;                      ///< sum of the files' own times
    std::optional<PhaseChange> most; ///< of what follows the queue; absent: nothing changed
};

struct TaskChange {
    QUrl url;
    QString name;
    Change own; ///< absent of a run in which no file came; no change where not both downloaded it
    std::optional<Phase> phase; ///< the one that changed most
    record::TaskState before = record::TaskState::Done;
    record::TaskState after = record::TaskState::Done;

    /// The file came in one of the runs and failed in the other.
    [[nodiscard]] bool isOfOneRun() const;
};

/// What makes two runs hard to compare.
struct Note {
    enum class Kind {
        OtherMode,     ///< one ran together, the other one at a time
        OtherAtOnce,   ///< `before` and `after` are how many ran at a time
        NumberChanged, ///< that number was, while they went on: so often, `before` and `after`
        OneDiscarded,  ///< only one of them wrote files
        Stopped,       ///< one of them was
        Failed,        ///< so many downloads did, `before` and `after`
        OtherSizes,    ///< `files` had another number of bytes
        OnDiskBefore,  ///< `files` were on disk, at least in part, before one of the runs
    };
    Kind kind = Kind::Stopped;
    int before = 0;
    int after = 0;
    int files = 0;

    friend bool operator==(const Note &, const Note &) = default;
};

/// Why the time of one run says nothing about that of the other: by the rules of whyIncomplete() and gapInFiles(). One
/// of the two figures at least is above 0.
struct Obstacle {
    enum class Kind {
        Unfinished,   ///< so many downloads were, in each
        OnDiskBefore, ///< so many files were on disk, at least in part, before each
        Missing,      ///< so many files that came in the other
        OtherSizes,   ///< so many files that came in both had another size, `after`
    };
    Kind kind = Kind::Missing;
    int before = 0;
    int after = 0;
    int ofBefore = 0; ///< Unfinished, OnDiskBefore: of so many
    int ofAfter = 0;

    friend bool operator==(const Obstacle &, const Obstacle &) = default;
};

/// The phase that changed most, of those that follow the queue.
struct LargestChange {
    PhaseChange phase;
    QString host;              ///< where it changed most, the same way; empty: there is one host
    bool isAfterQueue = false; ///< the time in the queue changed by more
};

/// What got slower and faster from one run to another, by how much, in which phase, at which host.
/// Tasks are the same by their link. Times are of the files that both runs downloaded, all of each and as many bytes:
/// what failed in both says nothing about them.
struct Difference {
    std::optional<Obstacle>
        obstacle;         ///< the first that holds; `elapsed` and `whole` are no changes then
    Change elapsed;       ///< of those files
    Change whole;         ///< of the runs, with whatever else they had
    int links = 0;        ///< that both have
    int files = 0;        ///< that both downloaded
    bool isSmall = false; ///< elapsed changed by no more than two runs of one kind differ by
    std::vector<PhaseChange> phases;      ///< in their order
    std::vector<HostChange> hosts;        ///< the largest change first
    std::vector<TaskChange> tasks;        ///< what failed in one run first, then the largest change
    std::optional<LargestChange> largest; ///< absent: no phase changed
    int onlyBefore = 0;                   ///< tasks without a counterpart
    int onlyAfter = 0;
    std::vector<Note> notes;

    /// There are figures of both, of the same work.
    [[nodiscard]] bool isComparable() const { return files > 0 && !obstacle; }
};

[[nodiscard]] Difference differenceOf(const record::Run &before, const record::Run &after);

} // namespace lapwing::measure
