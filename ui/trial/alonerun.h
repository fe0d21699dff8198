// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::ui {

/// Of a trial's runs one at a time, or of those of a sweep at 1, that are whole, the one that took the median time; null:
/// there is none. Points into the document.
[[nodiscard]] const record::Run *aloneIn(const report::Document &document);

} // namespace lapwing::ui
