// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

#include <array>

namespace lapwing::cli {

/// What one does with a command, as data; a row for each in examples.cpp.
struct Examples {
    const char *command;
    const char *
        purpose; ///< of the first, where each command has one line; nullptr: it shares the next one's
    std::array<const char *, 2> lines;
};

[[nodiscard]] std::span<const Examples> everyExample();

/// nullptr: it has none.
[[nodiscard]] const Examples *examplesOf(const Command &command);

/// What one can do with the program, in ten lines.
[[nodiscard]] QString overview();

} // namespace lapwing::cli
