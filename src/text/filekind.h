// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::text {

/// "a PDF document": what plan::kindOf() found out, with its article. Of a kind that is not known "another file".
[[nodiscard]] QString fileKind(const QString &kind);

} // namespace lapwing::text
