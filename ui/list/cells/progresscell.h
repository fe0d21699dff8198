// SPDX-License-Identifier: MIT
#pragma once

#include "list/cells/celldelegate.h"

namespace lapwing::ui {

/// A bar and its per cent. Shape says what colour says: a failed bar is hatched, a size that
/// unknown is a block that moves.
void drawProgress(QPainter *painter, Cell cell);

} // namespace lapwing::ui
