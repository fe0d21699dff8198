// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/trial.h"

#include <QString>

namespace lapwing::text {

/// "together", "one-at-a-time": how a run downloaded, as the command line says it.
[[nodiscard]] QString modeWord(plan::Mode mode);
/// "cold", "warm": whether uncounted runs went before those of a trial.
[[nodiscard]] QString temperatureWord(record::Temperature temperature);

} // namespace lapwing::text
