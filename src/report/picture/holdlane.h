// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "report/picture/canvas.h"
#include "report/picture/scale.h"

namespace lapwing::report {

// When servers held downloads off, under the downloads of a run. Nothing, where none did.

[[nodiscard]] double heightOfHoldLane(const record::Run &run);
/// A bar for each hold, those of all servers in one lane, and how long it was in words.
void drawHoldLane(Canvas &canvas, const record::Run &run, const Scale &scale, double top);

} // namespace lapwing::report
