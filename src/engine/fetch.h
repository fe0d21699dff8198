// SPDX-License-Identifier: MIT
#pragma once

#include "engine/proof.h"
#include "engine/sink.h"
#include "engine/transport.h"
#include "plan/entry.h"
#include "record/taskrecord.h"

#include <functional>
#include <stop_token>

namespace lapwing::engine {

inline constexpr std::size_t mostRedirects =
    20; ///< as curl's users, wget, aria2 and browsers have it

/// What can be told while a fetch goes on.
struct Progress {
    record::TaskState state = record::TaskState::Waiting; ///< Waiting or Downloading
    record::Attempt attempt;                              ///< so far; its last hop is under way
    std::optional<qint64> size;                           ///< promised
    std::optional<int> status;
};

/// What to fetch; an entry by itself will do.
struct FetchRequest {
    FetchRequest(plan::Entry wanted) // NOLINT: an entry is a request
        : entry(std::move(wanted)), url(entry.url)
    {
    }

    plan::Entry entry;
    QUrl url;              ///< where to go on: entry.url, or where a redirect led
    record::Attempt soFar; ///< its hops before this call
    std::function<void(const Progress &)> tell; ///< on the caller's loop; may be empty
};

/// How a fetch ended.
struct FetchResult {
    /// Exactly one of these: it came whole as far as `proof` goes; it led to another origin, and the
    /// caller decides when to go on there (fetch again with `url`, `soFar`); or attempt.failure is set.
    std::optional<Proof> proof;
    std::optional<QUrl> moved;

    record::Attempt attempt;
    std::optional<int> status;
    std::optional<qint64> size;
    QString protocol;
};

/// Fetches one URL: request by request through the redirects of its origin, then the body into `sink`,
/// which the caller commits or discards. Never throws for what a server, a network or a disk does.
/// Both pointers outlive the task.
[[nodiscard]] QCoro::Task<FetchResult> fetch(Transport *transport, FetchRequest request, Sink *sink,
                                             std::stop_token stop);

} // namespace lapwing::engine
