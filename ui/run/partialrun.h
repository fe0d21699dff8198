// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// A run that goes on, as if everything under way had ended at `now`: what came so far, in the
/// time so far, both ways. Held against the files that are whole, a run in the middle of its
/// work would look slow.
[[nodiscard]] record::Run soFar(const record::Run &run, record::Stamp now);

/// Without what waits for a retry: files that came are no slower for that. It counts again once it is tried. All of it
/// where nothing else would be left.
[[nodiscard]] record::Run withoutWaits(record::Run run);

} // namespace lapwing::ui
