// SPDX-License-Identifier: MIT
#pragma once

#include "list/cells/celldelegate.h"

namespace lapwing::ui {

/// The glyph in the colour of the state, the words in that of any text.
void drawStatus(QPainter *painter, Cell cell);

} // namespace lapwing::ui
