// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "report/picture/canvas.h"
#include "report/picture/scale.h"

namespace lapwing::report {

// How the engine's loop fared, under the downloads of a run. Nothing, where it was not watched.

[[nodiscard]] double heightOfLoopLane(const record::Run &run);
/// A band through the rows for each time that the loop stood still.
void drawStills(Canvas &canvas, const record::Run &run, const Scale &scale, double top,
                double bottom);
/// The lane itself: the same times, and the longest in words.
void drawLoopLane(Canvas &canvas, const record::Run &run, const Scale &scale, double top);

} // namespace lapwing::report
