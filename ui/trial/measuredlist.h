// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::plan {
struct Entry;
}

namespace lapwing::ui {

/// The rounds of `document` were of these links, in whatever order: one of the history knows no more of them than may be
/// shown. It costs as much as the list is long, where both are as long.
[[nodiscard]] bool isOfList(const report::Document &document,
                            const std::vector<plan::Entry> &entries);

} // namespace lapwing::ui
