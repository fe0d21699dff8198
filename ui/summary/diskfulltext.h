// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// What is said while everything waits for room on a disk: which, how much is still to come and how much is
/// free, that nothing is lost, and what to do.
[[nodiscard]] QString diskFullText(const record::Run &run, const QString &folder,
                                   std::optional<qint64> freeSpace);

} // namespace lapwing::ui
