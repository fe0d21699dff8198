// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <QStringList>

namespace lapwing::test {

/// What a list says of each file, one line each: "LINK name=… checksum=… size=… dir=… mirror=… header=… option=…",
/// what is not said left out. So two lists can be compared entry by entry.
[[nodiscard]] QStringList told(const plan::Links &links);

/// The line of each reject.
[[nodiscard]] QList<int> refusedLines(const plan::Links &links);

} // namespace lapwing::test
