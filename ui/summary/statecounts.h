// SPDX-License-Identifier: MIT
#pragma once

#include "record/ledger.h"

#include <QString>

namespace lapwing::ui {

/// "3 done, 0 failed, 1 running, 6 queued", and what else there is any of.
[[nodiscard]] QString countsOf(const record::Totals &totals);

} // namespace lapwing::ui
