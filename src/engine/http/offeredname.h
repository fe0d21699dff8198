// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/proof.h"
#include "plan/entry.h"

#include <QString>

namespace lapwing::engine {

/// The safe name that a response offers for what `entry` asks, where the list gave none: that of its
/// Content-Disposition, else, for a link without a name of its own, one by its type. Empty: it offers none.
[[nodiscard]] QString offeredName(const ResponseHead &head, const plan::Entry &entry);

} // namespace lapwing::engine
