// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

namespace lapwing::cli {

// What each command takes, as data; in the order in which the help shows it.
[[nodiscard]] std::span<const Option> optionsOfGet();
[[nodiscard]] std::span<const Option> optionsOfCompare();
[[nodiscard]] std::span<const Option> optionsOfSweep();
[[nodiscard]] std::span<const Option> optionsOfList();
[[nodiscard]] std::span<const Option> optionsOfReport();
[[nodiscard]] std::span<const Option> optionsOfDiff();
[[nodiscard]] std::span<const Option> optionsOfDemo();
[[nodiscard]] std::span<const Option> optionsOfPrimer();
[[nodiscard]] std::span<const Option> optionsOfServe();

} // namespace lapwing::cli
