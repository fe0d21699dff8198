// SPDX-License-Identifier: MIT
#pragma once

#include "engine/origin.h"

#include <QHash>

#include <optional>
#include <set>
#include <vector>

namespace lapwing::engine {

/// The entries that wait, kept by origin: the next is the earliest in the list whose origin has room.
/// Taking one costs the same for ten entries and for a million: O(log origins + log entries of one).
class Queue {
public:
    struct Ticket {
        int number; ///< place in the list, from 0
        Origin origin;
    };

    explicit Queue(int perOrigin) : m_perOrigin(perOrigin) { }

    void add(int number, const Origin &origin);
    /// The next one, which from now on is in flight at its origin; absent: none is eligible.
    [[nodiscard]] std::optional<Ticket> take();
    /// What was taken is no longer in flight there.
    void release(const Origin &origin);
    /// In flight at another origin from now on, when there is room; else nothing changed.
    [[nodiscard]] bool move(const Origin &from, const Origin &to);

    void setPerOrigin(int perOrigin);
    [[nodiscard]] bool isEmpty() const { return m_waiting == 0; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }

private:
    struct Host {
        std::set<int> waiting; ///< ascending
        int inFlight = 0;
    };
    [[nodiscard]] int indexOf(const Origin &origin);
    void list(int host); ///< enters the host among the eligible, when it is
    void unlist(int host);

    int m_perOrigin;
    std::vector<Host> m_hosts;
    std::vector<Origin> m_origins;
    QHash<Origin, int> m_index;
    std::set<std::pair<int, int>> m_eligible; ///< first waiting number, host
    int m_waiting = 0;
    int m_inFlight = 0;
};

} // namespace lapwing::engine
