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

/// Which row of the page on errors is about it: its code, or that of the first of several statuses, "http-502".
[[nodiscard]] QString topicOf(const record::Failure &failure);

/// The failure with that code, as far as a code tells; absent: there is none.
[[nodiscard]] std::optional<record::Failure> failureWithCode(const QString &code);

/// Said once of a server whose other links fail like this one without a request (record/untried.h).
[[nodiscard]] QString untriedSentence(const QString &server, const record::Failure &failure);

} // namespace lapwing::text
