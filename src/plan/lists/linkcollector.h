// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"
#include "plan/urlparser.h"

#include <functional>

/// Inside this folder only: what the readers of the list formats share.
namespace lapwing::plan {

/// Adds the link that `text` is, or the reject that says why it is none.
void take(Links &links, int line, const QString &text);

/// Adds a reject whose text and detail are fit to be shown: redacted, without control characters, short.
void refuse(Links &links, int line, const QString &text, const ListError &error);

/// So much was refused that this is no list; what comes next is not read, and a reject says so.
[[nodiscard]] bool tooManyRejects(const Links &links);

[[nodiscard]] ListError errorOf(UrlFault fault);

/// Calls `takeLine` with each line that is neither blank nor a comment, at the sizes that links.h allows.
using TakeLine = std::function<void(int line, const QString &text)>;
void readLines(Links &links, const QByteArray &bytes, const TakeLine &takeLine);

} // namespace lapwing::plan
