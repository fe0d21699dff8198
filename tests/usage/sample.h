// SPDX-License-Identifier: MIT
#pragma once

#include "usage/page.h"

namespace lapwing::test {

/// A program with two commands and one of each kind of option.
[[nodiscard]] usage::Page samplePage();

} // namespace lapwing::test
