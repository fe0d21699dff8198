// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "async/event.h"
#include "engine/system/connections.h"
#include "engine/system/memory.h"
#include "plan/plan.h"
#include "record/failure.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace lapwing::engine {

/// Ends waits for a server that says nothing, each with its own reason; Qt's transfer timeout looks
/// like a cancel, and header bytes do not restart it (measured, Qt 6.4; 6.8 is no other). One timer for all that is watched.
///
/// Of a header without an end nothing is to be seen either, but that memory grows (68 MB a second over
/// loopback): a wait in which it grows by `maxGrowth` ends early, if so much came meanwhile on its own connection
/// as well. Memory alone says nothing of who grew it: it may be a report that is opened in this process.
class Watchdog {
public:
    /// What it looks at besides the time.
    struct Sight {
        std::function<qint64()> memory = residentMemory; ///< of the process, in bytes; 0: not known
        std::function<std::vector<Connection>()> connections = openConnections;
    };

    explicit Watchdog(const async::Clock *clock) : Watchdog(clock, Sight()) { }
    Watchdog(const async::Clock *clock, Sight sight);

    /// One thing that is watched. Rests until expect() is called.
    class Watch {
    public:
        /// `request` tells how the connection of what is waited for is known; absent: not yet, or there is none.
        Watch(Watchdog *dog, async::Event *event,
              std::function<std::optional<LastSent>()> request = {});
        ~Watch();
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;

        /// From now on, something has to happen within `patience`, or it ends with `cause`.
        void expect(record::Cause cause, std::chrono::milliseconds patience);
        /// Nothing is expected: the wait is ours (a slow disk), not the server's.
        void suspend() { m_due.reset(); }
        /// From now on, what came() tells has to be enough, or it ends with Cause::TooSlow.
        void keepRate(plan::MinimumRate minimumRate);
        void addBytes(qint64 bytes) { m_windowBytes += bytes; }
        /// Why it ended; set together with the event.
        [[nodiscard]] std::optional<record::Cause> expiredWith() const { return m_expiredWith; }
        /// What is to be said besides; empty: the cause says it all.
        [[nodiscard]] QString detail() const { return m_detail; }

    private:
        friend class Watchdog;
        void expire(record::Cause cause);
        [[nodiscard]] bool isFlooded(qint64 memory);
        [[nodiscard]] qint64 received() const;
        [[nodiscard]] bool isTooSlow(std::chrono::nanoseconds gap);

        Watchdog *m_watchdog;
        async::Event *m_event;
        std::function<std::optional<LastSent>()> m_request;
        std::optional<plan::MinimumRate> m_minimumRate;
        qint64 m_windowBytes = 0;            ///< in this window
        std::chrono::nanoseconds m_waited{}; ///< for the server, in this window
        std::optional<std::chrono::nanoseconds> m_due;
        qint64 m_memory = 0; ///< when the wait began; 0: not looked at yet
        std::optional<qint64>
            m_received; ///< on its connection, when memory began to grow in this wait
        record::Cause m_cause{};
        std::optional<record::Cause> m_expiredWith;
        QString m_detail;
    };

    /// Looks at everything that is watched; the timer calls it. When it was not called for more than
    /// `maxGap`, the machine slept or the process was stopped: the server is not to blame, and all deadlines move.
    void check();

    static constexpr std::chrono::milliseconds tick{100};
    static constexpr std::chrono::seconds maxGap{1};
    static constexpr qint64 maxGrowth =
        96 * 1024 * 1024; ///< 60 are what 16 large files at once need
    static constexpr qint64 maxReceived =
        16 * 1024 * 1024; ///< of what is no body; no header is so long

private:
    const async::Clock *m_clock;
    Sight m_sight;
    std::optional<std::vector<Connection>> m_connections; ///< in this check, once they were needed
    std::vector<Watch *> m_watches;
    QTimer m_timer;
    std::chrono::nanoseconds m_lastPatrol{};
};

} // namespace lapwing::engine
