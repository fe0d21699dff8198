// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::plan {
class Listing;
}

namespace lapwing::ui {

/// The rounds of `document` were of the entries of `list`, or of the same links, in whatever order. One of the history
/// has the values of no query, so there the ids tell its links from others that are shown alike.
[[nodiscard]] bool isOfList(const report::Document &document, const plan::Listing &list);

} // namespace lapwing::ui
