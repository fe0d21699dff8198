// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <QByteArray>
#include <QString>

namespace lapwing::fuzz {

/// What plan/safename.h promises, said once more and in other words than those of safename.cpp.
void promiseSafe(const QString &name);

/// What plan/lists/links.h promises of everything that reads a list.
void promiseLinks(const plan::Links &links);

/// Fit to stand in a line of a request: no CR, LF, NUL or other control character but the tab.
[[nodiscard]] bool fitsOneLine(const QByteArray &value);

/// What may be shown on one line: nothing that moves the cursor or turns the order of what is read.
[[nodiscard]] bool isShowable(const QString &text);

} // namespace lapwing::fuzz
