// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <chrono>
#include <optional>

namespace lapwing::engine {

/// Keeps a body to a speed by how it is read: what is not read fills the buffers on the way, and the server waits.
class Pace {
public:
    /// Absent: as fast as it comes.
    Pace(std::optional<qint64> bytesPerSecond, record::Stamp now)
        : m_bytesPerSecond(bytesPerSecond), m_next(now)
    {
    }

    /// So many bytes are to be read at one time.
    [[nodiscard]] qint64 step() const;
    /// So long is to be waited, after `bytes` were read; 0: not at all. A longer silence before does not make up for it.
    [[nodiscard]] std::chrono::milliseconds waitAfter(qint64 bytes, record::Stamp now);

private:
    std::optional<qint64> m_bytesPerSecond;
    record::Stamp m_next;
};

} // namespace lapwing::engine
