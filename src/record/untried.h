// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::record {

/// It failed without a request, for what came of others at its server: nothing answers there, or it asks to be
/// left alone for longer than a run waits.
[[nodiscard]] bool isUntried(const TaskRecord &task);

} // namespace lapwing::record
