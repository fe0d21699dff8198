// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

namespace lapwing::cli {

/// Every command there is.
[[nodiscard]] std::span<const Command> commands();

/// Runs the command that `arguments` (without the program's name) ask for; the exit status.
[[nodiscard]] int run(const QStringList &arguments, Streams &streams);

} // namespace lapwing::cli
