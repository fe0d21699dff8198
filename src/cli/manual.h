// SPDX-License-Identifier: MIT
#pragma once

#include "usage/page.h"

namespace lapwing::cli {

/// Everything that --help of the program and of its commands tells, for manuals and completions.
[[nodiscard]] usage::Page manual();

} // namespace lapwing::cli
