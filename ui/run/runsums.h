// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// What the window asks of a run whenever it refreshes itself: each takes a look at every record.
struct RunSums {
    bool isComplete = false; ///< nothing is in the way of its time: measure::whyIncomplete()
    qint64 bytes = 0;        ///< of its files: measure::bytesOfFiles()
    qint64 largest = 0;      ///< of those, the bytes of the largest
    record::Stamp end{};     ///< report::endOf()
};

[[nodiscard]] RunSums sumUp(const record::Run &run);

} // namespace lapwing::ui
