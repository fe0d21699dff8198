// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "report/page/page.h"

namespace lapwing::report {

// The tables of the HTML report. A phase is told as its figure; "~" before it where a stamp was taken late;
// else as reused, n/a (there was no such phase) or not observable, with the reason in its title.

/// The tasks of a run with every phase; no more than maxRows, and the caption says so.
[[nodiscard]] Table tableOfTasks(const record::Run &run, plan::Redaction redaction);
/// What did not come, why, and what to do about it.
[[nodiscard]] Table tableOfFailures(const record::Run &run, plan::Redaction redaction);
/// Each round of a comparison.
[[nodiscard]] Table tableOfRounds(const Document &document);
[[nodiscard]] Table tableOfLevels(const measure::Sweep &sweep);
/// One connection to each host, made to tell apart what Qt does not: never one of the downloads.
[[nodiscard]] Table tableOfProbes(const std::vector<record::Probe> &probes,
                                  plan::Redaction redaction);

} // namespace lapwing::report
