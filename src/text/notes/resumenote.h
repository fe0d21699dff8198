// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::text {

/// What became of bytes that were of no use: an earlier part that could not be resumed, and why; that nothing is kept
/// of a download which was interrupted. One sentence for each; empty: nothing was lost.
[[nodiscard]] QStringList resumeNotes(const record::TaskRecord &task);

} // namespace lapwing::text
