// SPDX-License-Identifier: MIT
#pragma once

#include "report/picture/canvas.h"
#include "report/picture/scale.h"
#include "report/picture/segments.h"

namespace lapwing::report {

/// A bar is never thinner than this: what was short must not vanish.
inline constexpr double thinnest = 0.75;

/// How a part is told apart: filled, framed, hatched, or a line in the middle.
struct PartLook {
    Part part;
    ColorRole ink;
    Hatch hatch;
    bool isFilled;
    bool isLine;
};
[[nodiscard]] const PartLook &lookOf(Part part);

/// Where a segment lies between `top` and `top + height`.
[[nodiscard]] Box boxOf(const Segment &segment, const Scale &scale, double top, double height);

/// The colour of a part; absent: nothing went on in that time, as far as anyone can tell.
[[nodiscard]] std::optional<ColorRole> fillOf(Part part);
/// One part of a bar in its colour and its hatch; with its title and its time where there is room.
void drawPart(Canvas &canvas, Part part, const Box &box);
void drawBar(Canvas &canvas, const Segment &segment, const Scale &scale, double top, double height);
/// A stamp that was taken late: a small diamond above the end of the bar.
void drawLateMark(Canvas &canvas, double x, double top);

/// The state of a task as a picture of `size`, for those who see no colours; its word stands beside it.
void drawIcon(Canvas &canvas, record::TaskState state, double x, double middle, double size);
[[nodiscard]] ColorRole inkOf(record::TaskState state);

} // namespace lapwing::report
