// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QByteArray>

namespace lapwing::report {

// RFC 4180 with a header, UTF-8, decimal points, the unit in the column's name; an empty cell was not
// observed. A cell that a spreadsheet would run as a formula (it begins with = + - @, TAB, CR or LF, and
// is no number) is preceded by an apostrophe.

/// One line for each task of each run.
[[nodiscard]] QByteArray toCsv(const Document &document);

/// One line for each number at once of a sweep; the header alone for a document without one.
[[nodiscard]] QByteArray toSweepCsv(const Document &document);

} // namespace lapwing::report
