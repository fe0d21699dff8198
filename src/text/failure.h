// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

namespace lapwing::text {

/// The reader of advice: it names what is at hand, options on the command line, settings in the window. A
/// document is read anywhere, and names neither.
enum class Reader { Document, Window, CommandLine };

/// What went wrong, in one sentence.
[[nodiscard]] QString sentence(const record::Failure &failure);

/// What to do about it.
[[nodiscard]] QString advice(const record::Failure &failure, Reader reader = Reader::Document);

/// Said once of a server whose other links fail like this one without a request (record/untried.h).
[[nodiscard]] QString untriedSentence(const QString &server, const record::Failure &failure);

} // namespace lapwing::text
