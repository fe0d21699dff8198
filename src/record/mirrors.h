// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::record {

/// Where the attempt was made: at the link of its task, or at a mirror.
[[nodiscard]] QUrl addressOf(const TaskRecord &task, const Attempt &attempt);

/// What came from there is not the file that the list means: by size or checksum. It was not asked again.
[[nodiscard]] bool wasDropped(const TaskRecord &task, const Attempt &attempt);

} // namespace lapwing::record
