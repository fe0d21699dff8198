// SPDX-License-Identifier: MIT
#pragma once

#include "trial/chartcanvas.h"
#include "trial/trialpicture.h"

#include <vector>

namespace lapwing::ui {

/// Both ways on one axis of time: a dot for each round, and where the true median lies once the rounds are enough to
/// tell. What can be pointed at.
std::vector<ChartMark> paintRounds(const ChartCanvas &canvas, const TrialPicture &picture);

/// The throughput over the numbers at once, as the report draws it, with a dot for each run.
std::vector<ChartMark> paintSweep(const ChartCanvas &canvas, const TrialPicture &picture);

/// Of a chart, on one line: what it shows, and how that is to be read where there is room for it.
void paintTitle(const ChartCanvas &canvas, const QString &title, const QString &legend);

/// So far an axis goes that has to hold `max`: not by the pixel, so that it seldom changes while a picture grows.
[[nodiscard]] double axisEnd(double max);

} // namespace lapwing::ui
