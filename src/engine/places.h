// SPDX-License-Identifier: MIT
#pragma once

#include "engine/schedule/serverspeeds.h"
#include "plan/entry.h"

#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace lapwing::engine {

/// Where one file lies: at its link, and at the mirrors that its list names. One of them is asked at a time, the
/// link first. After a failure come those that were not asked yet: first the servers of which this run knows
/// nothing, in the order of the list, then the others, the fastest first. When all were asked, the one
/// that may be asked again soonest.
class Places {
public:
    using Time = std::chrono::nanoseconds; ///< on the clock of the scheduler

    explicit Places(const plan::Entry &entry);

    [[nodiscard]] const QUrl &url() const { return m_places[m_current].url; }
    /// Another one than the link.
    [[nodiscard]] bool isMirror() const { return m_current != 0; }
    [[nodiscard]] bool hasMirrors() const { return m_places.size() > 1; }

    // Of the one that is asked.
    [[nodiscard]] int failed() const { return m_places[m_current].failed; } ///< attempts that did
    void countFailure() { ++m_places[m_current].failed; }
    /// Not before `due`; absent: it is not asked again.
    void leave(std::optional<Time> due);

    /// Moves on to the next one: when it is due, at once if that has passed. Absent: there is none, and
    /// url() stays.
    [[nodiscard]] std::optional<Time> moveOn(const ServerSpeeds &speeds);

private:
    struct Place {
        QUrl url;
        int failed = 0;
        bool wasAsked = false;
        bool isOver = false;
        Time due{};
    };
    [[nodiscard]] std::optional<std::size_t> next(const ServerSpeeds &speeds) const;
    [[nodiscard]] std::optional<std::size_t> soonest() const; ///< of those that were asked

    std::vector<Place> m_places; ///< the link is the first
    std::size_t m_current = 0;
};

} // namespace lapwing::engine
