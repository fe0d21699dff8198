// SPDX-License-Identifier: MIT
#pragma once

#include "plan/origin.h"

#include <QHash>

#include <chrono>
#include <optional>
#include <unordered_map>

namespace lapwing::engine {

/// How often each server said that it is asked too much. From the second time on it is asked half as much
/// at once each time. What comes while one waits because of the last time belongs to that: six at once
/// that are all refused are once. A link that is refused while more of the others are served than refused is to
/// blame itself: to be asked less would not help it, and would hold up the others.
class Throttling {
public:
    using Time = std::chrono::nanoseconds;

    /// One more refusal, of the link at `index` in the plan, by a server that may be asked `limit` at once, and
    /// is left alone until `until`. What the limit should be from now on; absent: it stays.
    [[nodiscard]] std::optional<int> refused(const plan::Origin &origin, int index, Time now,
                                             Time until, int limit);
    /// It gave what it was asked for.
    void served(const plan::Origin &origin);

private:
    /// What its server had done when it refused this one last.
    struct Link {
        int served;
        int refused;
        int counted = 0; ///< of its refusals, as times
        bool isToBlame = false;
    };
    struct Server {
        int times = 0;
        Time until{};
        int served = 0; ///< since its first refusal
        int refused = 0;
        std::unordered_map<int, Link> links{}; ///< that it refused, by index
    };
    [[nodiscard]] static Link &judged(Server &server, int index);

    QHash<plan::Origin, Server> m_servers;
};

} // namespace lapwing::engine
