// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "record/trial.h"

#include <QString>

namespace lapwing::text {

/// "together", "one-at-a-time": how a run downloaded, as the command line says it.
[[nodiscard]] QString modeWord(plan::Mode mode);
/// "cold", "warm": whether uncounted runs went before those of a trial.
[[nodiscard]] QString temperatureWord(record::Temperature temperature);

/// Which of the runs of a trial it is: "round 2"; "round 2, recommended number".
[[nodiscard]] QString roundPhrase(const record::RunFacts &facts, bool isRecommended);
/// What tells a run from others: "30/11/2026 14:02, files.example.org, together, 4 at a time, sweep, round 2".
[[nodiscard]] QString runTitle(const record::Run &run, record::Trial::Kind kind,
                               bool isRecommended);

} // namespace lapwing::text
