// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QStringList>

namespace lapwing::report {

/// Whether figures of each round, or each number at once, stand among the sentences.
enum class Tables {
    Written,
    LeftOut, ///< where there is a table beside them
};

/// What runs came to, in words and, of a sweep, a table. The first line is the result.
[[nodiscard]] QStringList textSummary(const Document &document, Tables tables = Tables::Written);

/// Of a comparison whose remaining rounds were left out: why, where the result does not say it, and what failed in its last
/// run. Empty: none were.
[[nodiscard]] QStringList stopLines(const Document &document);

/// What failed in the first run: the others were not asked for it. Empty: nothing did.
[[nodiscard]] QString leftOutLine(const Document &document);

} // namespace lapwing::report
