// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/failure.h"
#include "record/loop.h"
#include "record/rare.h"
#include "record/shared.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <vector>

namespace lapwing::record {

/// A moment on the monotonic clock, counted from the start of the run.
using Stamp = std::chrono::nanoseconds;

/// Where a task stands. The first six are on the way, the last four are ends.
enum class TaskState {
    Queued,      ///< no lane took it yet, or it went back for a host at its limit
    Retrying,    ///< an attempt failed; the next one is due at TaskRecord::retryAt
    Paused,      ///< by the user, or because the disk is full
    Waiting,     ///< asked; no header yet
    Downloading, ///< the body comes in
    Committing,  ///< all bytes are here; being made durable under the final name
    Done,        ///< proven complete (engine/http/proof.h)
    Unverified,  ///< ended without an error, but nothing proves that it is whole
    Failed,
    Cancelled,
};

[[nodiscard]] bool isEnd(TaskState state);
[[nodiscard]] bool hasFile(TaskState state); ///< Done or Unverified
/// The stable word of reports: that of the enumerator in lower case.
[[nodiscard]] QString wordFor(TaskState state);

/// One request of an attempt. A stamp that was not observed has no value.
struct Hop {
    QUrl url; ///< without user information
    std::optional<Stamp>
        lookUp;    ///< we began to look the name up, until `asked`. Absent: the host is
                   ///< a number, or a proxy looks it up
    Stamp asked{}; ///< get() was called
    std::optional<Stamp>
        encrypted;                ///< QNetworkReply::encrypted: the TLS of a new connection stands
    std::optional<Stamp> sent;    ///< QNetworkReply::requestSent, the last before the header
    std::optional<Stamp> headers; ///< QNetworkReply::metaDataChanged: header complete
    std::optional<Stamp> end;     ///< QNetworkReply::finished, or when we gave up
    std::optional<int> status;    ///< HTTP status
    int sends = 0; ///< requestSent came so often; more than 1: Qt sent again by itself
    std::optional<Stamp> requeued{}; ///< it led to a server without room: the task waits for that
    std::optional<Stamp> taken{};    ///< that was over: a lane has it again, for the next hop
    friend bool operator==(const Hop &, const Hop &) = default;
};

/// The part of a smaller file is not kept: the request that asks for its rest costs as much as the file.
inline constexpr qint64 resumableFrom = 1024 * 1024; ///< bytes of the whole file

/// What was there of a file, and had to come again.
struct Discarded {
    enum class Why {
        Changed,      ///< the server has another file now
        NotResumed,   ///< the server sent all of it
        OtherAddress, ///< a server is asked only for the rest of what it sent itself
    };
    qint64 bytes = 0;
    Why why = Why::Changed;
    friend bool operator==(const Discarded &, const Discarded &) = default;
};
/// The stable word of the run document.
[[nodiscard]] QString wordFor(Discarded::Why why);

/// One try of a task: its hops in order; the body belongs to the last.
struct Attempt {
    Stamp start{};                  ///< a lane took the task
    std::optional<Stamp> firstByte; ///< the first byte of the body was here
    std::optional<Stamp> received;  ///< the last byte of the body was here
    std::optional<Stamp> end;       ///< durable under its name, or failed
    Stamp stalled{};                ///< of the body's time, in silences of a second and more
    Stamp disk{};                   ///< of the body's time, waiting for the disk
    std::optional<Stamp> verify;    ///< spent on a checksum, on another thread while the body came;
                                    ///< absent: there is none
    qint64 bytes = 0;               ///< of the body, as they came
    qint64 from = 0;                ///< where in the file they begin: what was there was kept
    std::optional<Discarded> discarded;
    Rare<Failure> failure;
    std::vector<Hop> hops;
    QUrl mirror{}; ///< that it was made at, without user information; empty: at the link itself
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

/// How many requests went out, with those that Qt repeated by itself.
[[nodiscard]] int requestsOf(const Attempt &attempt);

/// A time in which the task was paused; open while it is.
struct Pause {
    Stamp from{};
    std::optional<Stamp> to;
    friend bool operator==(const Pause &, const Pause &) = default;
};

/// One entry in a run. A figure that was not observed is absent, never 0.
struct TaskRecord {
    int id = 0; ///< the entry's
    QUrl url;   ///< the entry's; show it through plan::displayUrl
    QString name;
    QString path; ///< of the final file; empty while there is none
    /// The folder of the run in which what is there of it was begun; empty once it is whole, or if it is not known.
    QString begunIn;
    TaskState state = TaskState::Queued;
    Rare<Failure> failure;
    std::optional<int> status; ///< of the last hop
    QString coding;            ///< Content-Encoding under which it was kept as sent; empty: none
    bool startsAgain = false;  ///< a pause or a stop leaves, or left, nothing of it to go on from
    bool heldByStop = false;   ///< when Paused: the user stopped the run, so it waits for Start
    QString protocol;          ///< "HTTP/1.1" or "HTTP/2"; empty before a header came
    /// A file was there before, and nothing was put in its place. It may have come all the same: see isFoundOnDisk().
    bool alreadyThere = false;
    bool nameTaken = false;     ///< alreadyThere by its name alone: it may be anybody's file
    qint64 bytes = 0;           ///< of the file, fetched in this run; none counts twice
    qint64 kept = 0;            ///< of the file, there from an earlier run
    std::optional<qint64> size; ///< what the server promised
    Stamp joined{};             ///< when it was added to the run; 0: it was there from the start
    std::optional<Stamp> start; ///< first taken by a lane
    std::optional<Stamp> end;
    std::optional<Stamp> held; ///< of the time before `start`, held off by its server: see Hold
    /// When Retrying: `failure` says why. When Failed: its server is not to be asked before.
    std::optional<Stamp> retryAt;
    std::vector<Pause> pauses; ///< in order; some may be before `start`
    std::vector<Attempt> attempts;
    friend bool operator==(const TaskRecord &, const TaskRecord &) = default;
};

using SharedRecord = Shared<TaskRecord>;

/// It was there before, and nothing of it came in this run: the server said that it has no other, or was not asked.
[[nodiscard]] bool isFoundOnDisk(const TaskRecord &task);
/// It ended with a file that came in this run, also where that turned out to be the one that was there.
[[nodiscard]] bool isFetched(const TaskRecord &task);
/// The last of its pauses goes on.
[[nodiscard]] bool isPaused(const TaskRecord &task);
// Where that is so already, or not, nothing changes.
void beginPause(TaskRecord &task, Stamp now);
void endPause(TaskRecord &task, Stamp now);

/// The number at once was changed while the run went on.
struct AtOnceChange {
    Stamp at{};
    int atOnce = 0;
};

/// A server that kept refusing for too many requests was asked for fewer at once from then on.
struct SteppedDown {
    Stamp at{};
    QString host; ///< "https://example.org:443"
    int atOnce = 0;
};

/// A time in which a server held off downloads that waited for it: it had asked to be left alone
/// (Retry-After, RFC 9110 section 10.2.3). None of one that nothing waited for.
struct Hold {
    QString host; ///< "https://example.org:443"
    Stamp from{};
    Stamp until{};           ///< what it asked for
    std::optional<Stamp> to; ///< when nothing was held off any more; absent while something is
    friend bool operator==(const Hold &, const Hold &) = default;
};
/// A hold that goes on counts up to `now`, and never for longer than the server asked.
[[nodiscard]] Stamp endOf(const Hold &hold, Stamp now);

/// What is true of a run as a whole; the sums over tasks are in measure/.
struct RunFacts {
    plan::Mode mode = plan::Mode::Together;
    int round = 1;
    int atOnce = plan::defaultAtOnce;  ///< at the start
    int perHost = plan::defaultAtOnce; ///< at the start
    bool discarded = false;            ///< the bytes went nowhere (--null)
    QDateTime started;                 ///< wall clock, with its zone
    Stamp elapsed{};                   ///< so far, or in all: see measure/elapsed.h
    bool stopped = false;              ///< it was asked to stop
    std::vector<AtOnceChange> atOnceChanges;
    std::vector<SteppedDown> steppedDown;
    std::vector<Hold> holds;         ///< in the order in which they began
    std::optional<Failure> diskFull; ///< every task waits until space is freed
    std::optional<Loop> loop;        ///< the engine's; absent while the run goes on
    /// Tasks that a lane held, sampled by a timer and averaged over `elapsed`: not taken from the stamps,
    /// so that it can be held against them (Little's law). Absent while the run goes on.
    std::optional<double> meanConcurrency;
};

struct Run {
    RunFacts facts;
    std::vector<SharedRecord> tasks; ///< in the order of the plan
};

/// What crosses to the window: the tasks that changed since the last batch, whole.
struct Batch {
    RunFacts facts;
    std::vector<SharedRecord> changed;
};

} // namespace lapwing::record
