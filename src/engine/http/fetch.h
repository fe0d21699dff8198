// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/existingfiles.h"
#include "engine/disk/sink.h"
#include "engine/http/proof.h"
#include "engine/http/transport.h"
#include "plan/entryterms.h"
#include "record/taskrecord.h"

#include <functional>
#include <stop_token>

namespace lapwing::engine {

/// How much of the file is here, in bytes.
struct BytesPresent {
    qint64 kept = 0; ///< was there before this attempt, and counts
    qint64 here = 0; ///< with what came since; never less than kept
};

/// What can be told while a fetch goes on.
struct FetchProgress {
    record::TaskState state = record::TaskState::Waiting; ///< Waiting or Downloading
    record::Attempt attempt;                              ///< so far; its last hop is under way
    BytesPresent stock;
    std::optional<qint64> size; ///< of the whole file, promised
    std::optional<int> status;
    bool startsAgain = false; ///< were it interrupted now, nothing would stay to go on from
};

/// What a hop was asked with: the same again would be answered the same again.
struct Asking {
    QUrl url;
    QByteArray cookies; ///< secrets

    friend bool operator==(const Asking &, const Asking &) = default;
};

/// What to fetch; an entry by itself will do.
struct FetchRequest {
    FetchRequest(plan::Entry wanted) // NOLINT: an entry is a request
        : entry(std::move(wanted)), terms(plan::termsOf(entry)), url(entry.url)
    {
    }

    plan::Entry entry;
    plan::EntryTerms terms;    ///< its own
    QUrl url;                  ///< where to go on: entry.url, a mirror, or where a redirect led
    record::Attempt soFar;     ///< its hops before this call
    std::vector<Asking> asked; ///< by these
    std::optional<Source>
        finished; ///< of a file that is there: wanted only if it is another one now
    std::optional<NamedFile> named; ///< the same of one that may be anybody's
    bool exclusiveManager = false;  ///< each hop on a manager of its own
    /// A shorter patience for a connection than the transport's terms have.
    std::optional<std::chrono::milliseconds> connectWithin;
    std::function<void(const FetchProgress &)> tell; ///< on the caller's loop; may be empty
};

/// How a fetch ended.
struct FetchResult {
    /// Exactly one of these: it came whole as far as `proof` goes; what is there is what one would get;
    /// it led to another origin, and the caller decides when to go on there (fetch again with `url`,
    /// `soFar`, `asked`); or attempt.failure is set.
    std::optional<Proof> proof;
    bool isUnchanged = false;
    std::optional<QUrl> moved;
    bool isMixed = false; ///< what is there came from several servers: the checksum decides

    record::Attempt attempt;
    std::vector<Asking> asked; ///< by its hops
    BytesPresent stock;
    std::optional<int> status;
    std::optional<qint64> size;
    std::optional<std::chrono::seconds> retryAfter; ///< with a failure: the server asks for it
    /// With a failure: its time ran out while others were in flight on the same manager, one of which may
    /// have held the thread of them all. Alone it shows.
    bool mayHaveBeenBlocked = false;
    QString protocol;
    QString coding; ///< the file's own, under which it was sent; empty: none
    QString name;   ///< safe, as the response offers it; empty: it offers none
};

/// Fetches one URL: request by request through the redirects of its origin, then the body into `sink`,
/// which the caller commits, suspends or discards. Goes on from what the sink has kept where the server
/// says, to the letter, that it is the same file, and the last bytes of it come again as they were
/// (RFC 9110 sections 13.1.5 and 14.4). Never throws for what a server, a network or a disk does.
/// Both pointers outlive the task.
[[nodiscard]] QCoro::Task<FetchResult> fetch(Transport *transport, FetchRequest request, Sink *sink,
                                             std::stop_token stop);

} // namespace lapwing::engine
