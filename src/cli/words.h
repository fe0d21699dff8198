// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::cli {

// What options can be given, for reading, help and completions. The order is that of the enumeration which
// the option is read into.
[[nodiscard]] QStringList conflictWords();
[[nodiscard]] QStringList baselineWords();
[[nodiscard]] QStringList progressWords();
[[nodiscard]] QStringList demoModeWords();
/// The list formats that can be written.
[[nodiscard]] QStringList formatWords();

// What they can begin with, or be among other things; for completions.
[[nodiscard]] QStringList checksumWords();
[[nodiscard]] QStringList levelWords();
[[nodiscard]] QStringList proxyWords();

} // namespace lapwing::cli
