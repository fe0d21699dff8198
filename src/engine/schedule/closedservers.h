// SPDX-License-Identifier: MIT
#pragma once

#include "plan/origin.h"
#include "record/taskrecord.h"

#include <QHash>

#include <optional>

namespace lapwing::engine {

/// Servers that are not asked any more, and what the tasks that want something of them are told.
class ClosedServers {
public:
    struct Reason {
        record::Failure failure;
        std::optional<record::Stamp> until{}; ///< absent: until open()
        plan::Origin server{};                ///< that is closed, once it is
    };

    void close(const plan::Origin &server, Reason reason)
    {
        reason.server = server;
        m_reasons.insert(server, std::move(reason));
    }
    /// For a retry by the user. False: it was not closed, or named a time and is left alone until then.
    bool open(const plan::Origin &server);
    /// Absent: it may be asked.
    [[nodiscard]] std::optional<Reason> reason(const plan::Origin &server, record::Stamp now) const;

private:
    QHash<plan::Origin, Reason> m_reasons;
};

} // namespace lapwing::engine
