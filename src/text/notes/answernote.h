// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::text {

/// What is remarkable about the answer that a task ended with: a status of success that is not 200, a coding
/// that it was kept under, requests that went out more often than they were made, mirrors. One sentence for each;
/// empty: nothing is.
[[nodiscard]] QStringList answerNotes(const record::TaskRecord &task);

} // namespace lapwing::text
