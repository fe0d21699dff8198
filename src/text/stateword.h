// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::text {

/// "done", "already on disk", "not finished": how a download stands in a report, which says `state` of it.
[[nodiscard]] QString stateWord(const record::TaskRecord &task, record::TaskState state);
/// The same of any download in this state.
[[nodiscard]] QString stateWord(record::TaskState state);

} // namespace lapwing::text
