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

} // namespace lapwing::report
