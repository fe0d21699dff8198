// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QJsonObject>

namespace lapwing::report::har {

/// One request, and where it stands.
struct Request {
    const record::TaskRecord &task;
    std::size_t attempt = 0;
    std::size_t hop = 0;

    [[nodiscard]] const record::Attempt &ofAttempt() const { return task.attempts[attempt]; }
    [[nodiscard]] const record::Hop &ofHop() const { return ofAttempt().hops[hop]; }
    [[nodiscard]] bool isLastHop() const { return hop + 1 == ofAttempt().hops.size(); }
    /// When it began to wait, on the clock of its run.
    [[nodiscard]] record::Stamp begin() const;
};

/// In milliseconds, exact to the nanosecond.
[[nodiscard]] double milliseconds(record::Stamp time);

/// The entry's `timings`; `total` becomes their sum, without `ssl`, which is a part of `connect`.
[[nodiscard]] QJsonObject timingsOf(const Request &request, record::Stamp &total);

} // namespace lapwing::report::har
