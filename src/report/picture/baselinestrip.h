// SPDX-License-Identifier: MIT
#pragma once

#include "report/picture/canvas.h"
#include "report/selectedruns.h"

namespace lapwing::report {

/// Under a waterfall that ends at `top`: the same list one at a time. The run together once more, small,
/// and after it what it saved as one hatched span; below, on the same scale, one at a time: as it was
/// measured, bar after bar, else the range of the estimate. Returns where it ends; `top` when nothing is
/// known of one at a time.
[[nodiscard]] double drawGhost(Canvas &canvas, const Document &document, const Drawn &drawn,
                               double top);

} // namespace lapwing::report
