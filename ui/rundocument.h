// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::ui {

/// What is exported of a run and of its measured baseline.
[[nodiscard]] report::Document documentOf(const plan::Plan &plan, const record::Run &together,
                                          const std::optional<record::Run> &oneAtATime);

} // namespace lapwing::ui
