// SPDX-License-Identifier: MIT
#pragma once

#include "plan/checksum.h"

#include <QString>

#include <functional>
#include <optional>

namespace lapwing::engine {

/// What is known of a file that was finished once; the file itself may remember more.
struct KnownFile {
    QString path;
    std::optional<plan::Checksum> checksum;
    std::optional<qint64> size; ///< bytes
};

/// What a second look at it came to.
struct Recheck {
    enum class Result {
        SameChecksum, ///< proven
        SameSize,     ///< and not written to since; no checksum is known
        Modified,     ///< of that size, but written to since: it may be another
        Different,    ///< another size, or another checksum
        Missing,
        Unreadable,
        Unknown, ///< it is there, and there is nothing to compare it with
        Stopped, ///< before all of it was read
    };
    Result result = Result::Unknown;
    QString detail; ///< raw: what differs, or what the system said

    friend bool operator==(const Recheck &, const Recheck &) = default;
};

/// Reads the file anew, all of it where a checksum is known, while `goesOn()`. One that is Different no longer counts
/// as what an earlier run finished. Blocks: for a thread pool.
[[nodiscard]] Recheck recheck(const KnownFile &known, const std::function<bool()> &goesOn);

} // namespace lapwing::engine
