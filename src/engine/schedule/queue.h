// SPDX-License-Identifier: MIT
#pragma once

#include "plan/origin.h"
#include "plan/turn.h"

#include <QHash>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace lapwing::engine {

using plan::Origin;

/// The entries that wait, kept by origin: the next is the one whose turn comes first, of those that are due and whose
/// origin has room. Taking one costs the same for ten entries and for a million: O(log origins + log
/// entries of one).
class Queue {
public:
    using Time = std::chrono::nanoseconds; ///< on the caller's clock

    struct Ticket {
        int index; ///< in the plan
        Origin origin;
    };

    explicit Queue(int perOrigin) : m_perOrigin(perOrigin) { }

    /// Not before `due`; absent: at once.
    void add(int index, const Origin &origin, std::optional<Time> due = std::nullopt);
    /// Its turn from now on, whether it waits or not; without one it has that of its index.
    void setTurn(int index, const plan::Turn &turn);
    /// It waits until it is added again.
    void park(int index, const Origin &origin);
    [[nodiscard]] bool isParked(int index) const { return m_parked.contains(index); }
    /// Whether it waits here, parked or not: else it is in flight, or over.
    [[nodiscard]] bool holds(int index) const { return hostOf(index) != nowhere; }
    /// Takes one that waits out, parked or not, from whichever origin it waits for; absent: it does not
    /// wait here.
    [[nodiscard]] std::optional<Origin> withdraw(int index);

    /// The next one, which from now on is in flight at its origin; absent: none is eligible.
    [[nodiscard]] std::optional<Ticket> take(Time now);
    /// When the next one may become eligible by time alone; absent: none waits for a time.
    [[nodiscard]] std::optional<Time> nextDue() const;
    /// What was taken is no longer in flight there.
    void release(const Origin &origin);
    /// In flight at another origin from now on, when there is room; else nothing changed.
    [[nodiscard]] bool move(const Origin &from, const Origin &to);

    /// Nothing more goes to this origin before `until` (Retry-After).
    void hold(const Origin &origin, Time until);
    struct Held {
        Origin origin;
        Time until;
    };
    /// Those that are held now and have something waiting that could go but for that.
    [[nodiscard]] std::vector<Held> holding(Time now) const;
    /// Whether it is held now.
    [[nodiscard]] bool isHeld(const Origin &origin, Time now) const;
    /// At most so many at once to this one, whatever the others are allowed.
    void setLimit(const Origin &origin, int limit);
    [[nodiscard]] int limit(const Origin &origin) const;
    /// One at a time for now, whatever the limits say.
    void setOneAtATime(const Origin &origin, bool on);
    void setPerOrigin(int perOrigin);

    [[nodiscard]] bool isEmpty() const { return m_waiting == 0 && m_parked.empty(); }
    [[nodiscard]] int inFlight() const { return m_inFlight; }

private:
    /// Those of one turn follow by their index.
    struct Next {
        plan::Turn turn;
        int index;

        friend auto operator<=>(const Next &, const Next &) = default;
    };
    struct Host {
        std::set<Next> waiting;
        int inFlight = 0;
        std::optional<int> limit;
        std::optional<Time> heldUntil;
        bool isOneAtATime = false;
    };
    static constexpr int nowhere = -1; ///< among the hosts
    [[nodiscard]] int indexOf(const Origin &origin);
    [[nodiscard]] Host &at(int host) { return m_hosts[static_cast<std::size_t>(host)]; }
    [[nodiscard]] const Host *find(const Origin &origin) const;
    [[nodiscard]] bool hasRoom(const Host &host) const
    {
        const int limit = host.isOneAtATime ? 1 : host.limit.value_or(m_perOrigin);
        return !host.heldUntil && host.inFlight < limit;
    }
    [[nodiscard]] int hostOf(int index) const; ///< `nowhere`: it does not wait
    void setHostOf(int index, int host);
    [[nodiscard]] Next nextOf(int index) const;
    void insert(int index, int host);
    void erase(int index, int host);
    void addEligible(int host); ///< enters the host among the eligible, when it is
    void removeEligible(int host);
    void wake(Time now); ///< what has become due, and origins that are no longer held

    int m_perOrigin;
    std::vector<Host> m_hosts;
    std::vector<Origin> m_origins;
    QHash<Origin, int> m_index;
    std::set<std::pair<Next, int>> m_eligible; ///< first that waits, host
    std::vector<plan::Turn> m_turns;           ///< by index, as far as there are any
    std::vector<int> m_hostOf;                 ///< by index: where each that waits does so
    std::map<int, Time> m_later;               ///< by index: those that are not due yet
    std::set<std::pair<Time, int>> m_dues;     ///< the same: due, index
    std::set<std::pair<Time, int>> m_held;     ///< until when, host
    std::set<int> m_parked;
    int m_waiting = 0; ///< all but the parked
    int m_inFlight = 0;
};

} // namespace lapwing::engine
