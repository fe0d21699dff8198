// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "report/picture/canvas.h"

namespace lapwing::report {

/// Says what the parts of the bars are: those that this run has. Returns where it ends.
[[nodiscard]] double drawLegend(Canvas &canvas, const record::Run &run, double top);

} // namespace lapwing::report
