// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

/// One line for each task of each run, RFC 4180 with a header, UTF-8, decimal points, the unit in the
/// column's name; an empty cell was not observed. A cell that a spreadsheet would run as a formula
/// (it begins with = + - @, TAB, CR or LF, and is no number) is preceded by an apostrophe.
[[nodiscard]] QByteArray toCsv(const Document &document);

} // namespace lapwing::report
