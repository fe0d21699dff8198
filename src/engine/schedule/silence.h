// SPDX-License-Identifier: MIT
#pragma once

#include "plan/origin.h"
#include "record/taskrecord.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// Servers at which nothing answers to a connection, not even with a refusal. Each link would wait for its
/// time-out, as often as it is tried again: 10,000 of them for days. So after `firstTimeOuts` with nothing
/// between them the server is doubted: it is asked by one at a time, and with a short patience. When
/// `maxProbes` of those are not answered either, it is dead; one that is answered ends the doubt.
class Silence {
public:
    static constexpr int firstTimeOuts = 2;
    static constexpr int maxProbes = 10;
    /// For the second repeat of a SYN, which TCP sends 3 s after the first (RFC 6298 section 5.7).
    static constexpr std::chrono::milliseconds patience{5'000};

    enum class Verdict { Trusted, Doubted, Dead };

    /// No connection to it came about in time; it was asked for one at `asked`. What was under way when
    /// the doubt began says nothing new.
    [[nodiscard]] Verdict timedOut(const plan::Origin &server, record::Stamp asked,
                                   record::Stamp now);
    /// It answered. True: it had been doubted.
    [[nodiscard]] bool answered(const plan::Origin &server);
    /// A request by the user to a dead one begins anew.
    void forget(const plan::Origin &server) { m_servers.remove(server); }

    [[nodiscard]] bool isDoubted(const plan::Origin &server) const;
    /// Time-outs in a row, as far as they count.
    [[nodiscard]] int timeOuts(const plan::Origin &server) const;

private:
    struct Server {
        int timeOuts = 0;
        std::optional<record::Stamp> doubtedSince;
    };
    QHash<plan::Origin, Server> m_servers; ///< with a time-out and no answer since
};

} // namespace lapwing::engine
