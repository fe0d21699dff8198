// SPDX-License-Identifier: MIT
#pragma once

#include "input/previewmaking.h"

namespace lapwing::ui {

/// "97 new, 2 already there, 1 refused"; with "95 selected" when that are not all.
[[nodiscard]] QString countsText(const LinkPreview &preview, int ticked);

/// "aria2 list, 10 links; links.csv: table, 1 link": what was recognised.
[[nodiscard]] QString sourcesText(const std::vector<ListSource> &sources);

/// "Expand ranges (20 links)", or why that cannot be.
[[nodiscard]] QString rangesTitle(const plan::Ranges &ranges);
/// "https://one.example/01.iso, 02.iso, 03.iso, … 20.iso": the first three and the last.
[[nodiscard]] QString rangesExample(const plan::Ranges &ranges);

} // namespace lapwing::ui
