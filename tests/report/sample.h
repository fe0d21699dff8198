// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

namespace lapwing::test {

/// What no report may tell: planted in user information and in the values of queries.
inline const QString password = QStringLiteral("hunter2");
inline const QString token = QStringLiteral("s3cret");

/// A run of four tasks: one done after a redirect, one unverified, one failed twice, one that
/// nobody took. Secrets are planted wherever a URL is kept. The second was paused, and a part of it was
/// there before; a server was asked for fewer at once.
[[nodiscard]] record::Run sampleRun(plan::Mode mode = plan::Mode::Together);

/// That run, with its first file there before it.
[[nodiscard]] record::Run runAgain();

/// Two files, both done, in so many milliseconds.
[[nodiscard]] record::Run wholeRun(plan::Mode mode, double elapsed);

/// A comparison that ended in its third round: one of the two files failed in the run together. Together took 0.1 s
/// and 0.5 s, one at a time 1.2 s.
[[nodiscard]] report::Document stoppedDocument();

[[nodiscard]] report::Document sampleDocument(
    std::vector<record::Run> runs, plan::Redaction redaction = plan::Redaction::Redacted);

} // namespace lapwing::test
