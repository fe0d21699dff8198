// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"

#include <QLockFile>

#include <memory>

namespace lapwing::trial {

/// Where the files of runs go that are made to be measured: a hidden folder inside the destination, so
/// that they are written to the same disk. Each file is removed as soon as it is committed; the folder goes with this
/// object, and after a crash with the next call of removeLeftovers for the same destination.
class Scratch {
public:
    /// Makes the hidden folder; none when the bytes are discarded.
    explicit Scratch(const plan::Destination &destination);
    ~Scratch();
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    /// Of the same kind as the one it was made for.
    [[nodiscard]] const plan::Destination &destination() const { return m_destination; }

    /// Removes the hidden folders below `folder` that no living process holds.
    static void removeLeftovers(const QString &folder);

private:
    plan::Destination m_destination;
    std::unique_ptr<QLockFile> m_lock; ///< null when the bytes are discarded
};

} // namespace lapwing::trial
