// SPDX-License-Identifier: MIT
#pragma once

#include "usage/page.h"

namespace lapwing::usage {

/// Writes the manuals and completions of a program and its commands into `folder`, as they are below
/// share: man/man1, bash-completion/completions, zsh/site-functions, fish/vendor_completions.d.
/// What was there of another program stays. False: it could not be written.
[[nodiscard]] bool writeFiles(const Page &program, const QString &folder);

/// The main() of the program that does so while Lapwing is built; its argument is the folder.
[[nodiscard]] int writeFiles(const Page &program, int argc, char **argv);

} // namespace lapwing::usage
