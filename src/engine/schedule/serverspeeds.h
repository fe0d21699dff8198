// SPDX-License-Identifier: MIT
#pragma once

#include "plan/origin.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// How fast each server was in this run: what its attempts brought over the time that they took, those included
/// that brought nothing.
class ServerSpeeds {
public:
    void note(const plan::Origin &server, qint64 bytes, std::chrono::nanoseconds time);
    /// Bytes a second; absent: nothing was asked of it.
    [[nodiscard]] std::optional<double> of(const plan::Origin &server) const;

private:
    struct Sum {
        qint64 bytes = 0;
        std::chrono::nanoseconds time{};
    };
    QHash<plan::Origin, Sum> m_sums;
};

} // namespace lapwing::engine
