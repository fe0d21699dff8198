// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <unordered_map>

namespace lapwing::ui {

/// How much of a run has come, and how many of its files, those under way by their parts.
struct RunShare {
    qint64 bytes = 0; ///< without what failed
    double files = 0; ///< with what failed: nothing more is to come of it
    /// Seconds, from the start of the run: before that it does not end, if its files go on as they did so far. 0: not known.
    double notBefore = 0;
};

/// The same, kept as the records change.
class RunTally {
public:
    void take(const record::Batch &batch);
    [[nodiscard]] const RunShare &sum() const { return m_sum; }

private:
    std::unordered_map<int, RunShare> m_parts; ///< by task
    std::unordered_map<int, double>
        m_ends; ///< of those under way, where it is known: see notBefore
    RunShare m_sum;
};

} // namespace lapwing::ui
