// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

/// Documents for pictures: large enough to look at, the same every time.
namespace lapwing::test {

/// What no picture may tell: planted in the queries of all links.
inline const QString picturedSecret = QStringLiteral("hush-4711");

/// All done: `files` of them in `atOnce` lanes that keep their connections, over TLS.
[[nodiscard]] record::Run picturedRun(int files, int atOnce, plan::Mode mode, int round = 1);

/// The same 24 files in six rounds of both ways.
[[nodiscard]] report::Document picturedComparison();
/// Together alone: what one at a time would have taken is an estimate.
[[nodiscard]] report::Document estimatedDocument();
/// The same, where one at a time may have been as fast.
[[nodiscard]] report::Document doubtfulDocument();
/// Everything that can go wrong: a retry, failures, an unverified file, a pause, a loop that stood still.
[[nodiscard]] report::Document troubledDocument();
/// Together took longer than one at a time.
[[nodiscard]] report::Document slowerDocument();
/// Levels 1 to 32, of a server that refuses above 8.
[[nodiscard]] report::Document picturedSweep();
/// 10,000 files.
[[nodiscard]] report::Document longDocument();
/// One task whose name and link are meant to break out of a report.
[[nodiscard]] report::Document hostileDocument(const QString &name);

} // namespace lapwing::test
