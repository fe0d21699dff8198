// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::text {

/// "done", "already on disk", "not finished": how a download stands in a report, which says `state` of it.
[[nodiscard]] QString stateWord(const record::TaskRecord &task, record::TaskState state);
/// The same of any download in this state.
[[nodiscard]] QString stateWord(record::TaskState state);

/// "queued", "retrying", "done": with which word a line of the command line begins that tells of a download.
[[nodiscard]] QString lineWord(record::TaskState state);

} // namespace lapwing::text
