// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"
#include "report/document.h"

namespace lapwing::cli {

/// Where a task ended, in one line without its state: the path, and what of it an earlier run had left
/// there, or the link and the reason.
[[nodiscard]] QString resultDetail(const record::TaskRecord &task, plan::Redaction redaction);

/// The word of a task in `state`, which is what it is told to be in; "skipped" where another file
/// has its name.
[[nodiscard]] QString wordFor(const record::TaskRecord &task, record::TaskState state);

/// Green for a proven file, yellow for what needs a look, red for a failure.
[[nodiscard]] Colour colourOf(record::TaskState state);

/// One line for each task of the run: state, size of the file, own time, path or reason.
void sayTasks(Outlet &out, const record::Run &run, plan::Redaction redaction);

/// Counts, time together and one at a time, and what that was worth, in words. Every figure was
/// measured or says that it is estimated.
[[nodiscard]] QStringList summary(const report::Document &document);

/// Where more is said on what failed; empty: nothing did.
[[nodiscard]] QStringList helpOn(const record::Run &run);

} // namespace lapwing::cli
