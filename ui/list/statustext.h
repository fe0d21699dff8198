// SPDX-License-Identifier: MIT
#pragma once

#include "list/row.h"

namespace lapwing::ui {

/// "↻ Retrying in 3 s: Connection refused": a glyph, and what a row has to say, as short as its cell.
[[nodiscard]] QString statusText(const Row &row);
/// The same in full and without the glyph.
[[nodiscard]] QString statusSentence(const Row &row);
/// With what to do about it, and what the server or the system said.
[[nodiscard]] QString statusTip(const Row &row);
/// For a screen reader: the words alone, and what to do.
[[nodiscard]] QString statusSpoken(const Row &row);

} // namespace lapwing::ui
