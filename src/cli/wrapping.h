// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::cli {

/// The words of a paragraph in lines that end before column `width` of a terminal, where a word allows it. Each line
/// after the first begins at `column`; the first is taken to be there already. No line break at the end.
[[nodiscard]] QString wrapped(const QString &paragraph, qsizetype column, qsizetype width);

} // namespace lapwing::cli
