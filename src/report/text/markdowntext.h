// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::report {

// Text of strangers within Markdown, as GitHub and CommonMark read it, on one line and in cells of tables, too.
// Line ends become blanks; what cannot be seen or turns the order of letters becomes U+FFFD.

/// As code: there no link, mention, emphasis or tag is made of it. Empty: empty.
[[nodiscard]] QString asCode(const QString &text);

/// As a sentence: every character that could be markup is escaped.
[[nodiscard]] QString asProse(const QString &text);

} // namespace lapwing::report
