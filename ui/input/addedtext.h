// SPDX-License-Identifier: MIT
#pragma once

#include "plan/listing.h"

namespace lapwing::ui {

/// "9 links added, 1 duplicate, 2 lines ignored"; with the reason where it is the same for all.
[[nodiscard]] QString addedText(const plan::Added &added);

} // namespace lapwing::ui
