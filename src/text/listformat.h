// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::text {

/// "aria2 list": what a person calls the format of this id; see plan/lists/formats.h.
[[nodiscard]] QString listFormat(QStringView id);

} // namespace lapwing::text
