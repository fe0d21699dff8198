// SPDX-License-Identifier: MIT
#pragma once

#include "plan/listing.h"

namespace lapwing::ui {

/// "10 added, 2 already there, 1 line is not a link: show" as rich text; *show* is a link when
/// there are rejects to be shown.
[[nodiscard]] QString addedText(const plan::Added &added);

} // namespace lapwing::ui
