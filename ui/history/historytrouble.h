// SPDX-License-Identifier: MIT
#pragma once

#include "store/trouble.h"

#include <QString>

namespace lapwing::ui {

/// Why the list of kept runs is not shown, in one sentence.
[[nodiscard]] QString whyNotListed(store::Trouble trouble);
/// Why a kept run cannot be shown or exported, in one sentence.
[[nodiscard]] QString whyNotOpened(store::Trouble trouble);
/// Why a deletion did not last, in one sentence.
[[nodiscard]] QString whyNotDeleted(store::Trouble trouble);

} // namespace lapwing::ui
