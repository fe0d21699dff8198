// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entryterms.h"
#include "record/failure.h"

#include <QRandomGenerator>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// Whether a failed attempt is worth another, and when. Transport faults, watchdogs and the statuses that
/// say "later" are; what the next request would only hear again is not (RFC 9110 section 15.5).
class Retry {
public:
    explicit Retry(plan::Retries retries,
                   QRandomGenerator random = QRandomGenerator::securelySeeded())
        : m_retries(retries), m_random(random)
    {
    }

    /// How often at most, whatever was asked for: 3 times for a refused connection, once for a name
    /// that is not found; 0: it is final.
    [[nodiscard]] int maxRetries(const record::Failure &failure,
                                 const plan::EntryTerms &own = {}) const;

    /// How long to wait before the next one; absent: there is none. `failed` counts the attempts that
    /// did, this one included. The wait doubles, with up to a quarter more by chance, so that many tasks
    /// do not come back in one moment; a server's Retry-After counts where it is longer. What the list has of
    /// its own for the file counts before the plan.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitAfter(
        const record::Failure &failure, int failed, std::optional<std::chrono::seconds> retryAfter,
        const plan::EntryTerms &own = {});

    /// The server says that it may answer later: the statuses of most().
    [[nodiscard]] static bool saysLater(const record::Failure &failure);

private:
    plan::Retries m_retries;
    QRandomGenerator m_random;
};

} // namespace lapwing::engine
