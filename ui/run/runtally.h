// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <unordered_map>

namespace lapwing::ui {

/// How much of a run has come, and how many of its files, those under way by their parts.
struct RunShare {
    qint64 bytes = 0; ///< without what failed
    double files = 0; ///< with what failed: nothing more is to come of it
};

/// The same, kept as the records change.
class RunTally {
public:
    void take(const record::Batch &batch);
    [[nodiscard]] const RunShare &sum() const { return m_sum; }

private:
    std::unordered_map<int, RunShare> m_parts; ///< by task
    RunShare m_sum;
};

} // namespace lapwing::ui
