// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// The end of a scale that stands still while bars on it grow, and then grows itself by a step: 1, 2, 5, 10, 20,
/// 30 s, 1, 2, 5, 10, 20, 30 min, 1 h, and twice as much from there on.
class StepScale {
public:
    /// The smallest step that holds `longest`, and never less than before.
    record::Stamp grow(record::Stamp longest);
    void restart() { m_end = {}; }
    [[nodiscard]] record::Stamp end() const { return m_end; } ///< 0 before grow()

private:
    record::Stamp m_end{};
};

} // namespace lapwing::ui
