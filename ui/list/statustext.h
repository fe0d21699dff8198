// SPDX-License-Identifier: MIT
#pragma once

#include "list/columns.h"

namespace lapwing::ui {

/// "↻ Retrying in 3 s: Nothing answers at that address.": a glyph, and what a row has to say.
[[nodiscard]] QString statusText(const Row &row);
/// With what to do about it, and what the server or the system said.
[[nodiscard]] QString statusTip(const Row &row);
/// For a screen reader: the words alone, and what to do.
[[nodiscard]] QString statusSpoken(const Row &row);

} // namespace lapwing::ui
