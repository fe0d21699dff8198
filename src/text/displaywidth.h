// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::text {

/// The columns of a terminal that `text` takes, whatever the locale is: two for a wide or full-width character
/// (Unicode Standard Annex 11), as those of Korean are, and none for one that combines with the one before it.
[[nodiscard]] qsizetype displayWidth(const QString &text);

/// `text` with blanks after it up to that many columns; a longer one stays as it is.
[[nodiscard]] QString leftAligned(const QString &text, qsizetype columns);
/// The same with the blanks before it.
[[nodiscard]] QString rightAligned(const QString &text, qsizetype columns);

/// As much of the beginning as fits into that many columns.
[[nodiscard]] QString cutToWidth(const QString &text, qsizetype columns);

} // namespace lapwing::text
