// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <QStringList>

namespace lapwing::report {

/// What runs came to, in words and, of a sweep, a table. The first line is the result.
[[nodiscard]] QStringList textSummary(const Document &document);

} // namespace lapwing::report
