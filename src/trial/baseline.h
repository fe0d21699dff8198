// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"

#include <QLockFile>

#include <memory>

namespace lapwing::trial {

/// The measured baseline: the same plan with one lane, into a sink of the same kind, so that only
/// the order differs. Files go to a hidden folder inside the plan's, each removed as soon as it is
/// committed; the folder goes with this object, and after a crash with the next call of
/// removeLeftovers for the same destination.
class Baseline {
public:
    /// `together` as it was run; `round` counts from 1. Makes the hidden folder.
    explicit Baseline(const plan::Plan &together, int round = 1);
    ~Baseline();
    Baseline(const Baseline &) = delete;
    Baseline &operator=(const Baseline &) = delete;

    /// What to hand to a Session.
    [[nodiscard]] const plan::Plan &plan() const { return m_plan; }

    /// Removes the hidden folders below `folder` that no living process holds.
    static void removeLeftovers(const QString &folder);

private:
    plan::Plan m_plan;
    std::unique_ptr<QLockFile> m_lock; ///< null when the bytes are discarded
};

} // namespace lapwing::trial
