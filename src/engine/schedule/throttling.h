// SPDX-License-Identifier: MIT
#pragma once

#include "plan/origin.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// How often each server said that it is asked too much. From the second time on it is asked half as much
/// at once each time. What comes while one waits because of the last time belongs to that: six at once
/// that are all refused are once.
class Throttling {
public:
    using Time = std::chrono::nanoseconds;

    /// One more refusal of a server that may be asked `limit` at once, and is left alone until `until`.
    /// What the limit should be from now on; absent: it stays.
    [[nodiscard]] std::optional<int> refused(const plan::Origin &origin, Time now, Time until,
                                             int limit);

private:
    struct Server {
        int times = 0;
        Time until{};
    };
    QHash<plan::Origin, Server> m_servers;
};

} // namespace lapwing::engine
