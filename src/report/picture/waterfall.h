// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "report/picture/canvas.h"
#include "report/picture/scale.h"

namespace lapwing::report {

/// More rows than this are told in one line.
inline constexpr std::size_t maxRows = 500;

/// The columns of every picture, in its own units.
struct Columns {
    static constexpr double margin = 24;
    static constexpr double name = margin;
    static constexpr double plot = 236;
    static constexpr double plotEnd = 984;
    static constexpr double state = 1000;
    static constexpr double time = 1184; ///< right edge
    static constexpr double size = 1256; ///< right edge
    static constexpr double width = 1280;
};

/// A run's tasks, one row each: name, bar, state, time, size; a lane for what servers held off, and the loop's, where there are such; the axis.
/// Drawn from `top` on; returns where it ends.
[[nodiscard]] double drawWaterfall(Canvas &canvas, const record::Run &run,
                                   plan::Redaction redaction, double top);

/// Where on its axis drawWaterfall() places times of this run.
[[nodiscard]] Scale scaleOf(const record::Run &run);

/// An axis in seconds under a plot, with lines up to `top`.
void drawAxis(Canvas &canvas, const Scale &scale, double top, double bottom);

} // namespace lapwing::report
