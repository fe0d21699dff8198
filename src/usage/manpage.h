// SPDX-License-Identifier: MIT
#pragma once

#include "usage/page.h"

namespace lapwing::usage {

/// The page for man(1), in the macros of man(7). Nothing in it tells when it was made.
[[nodiscard]] QByteArray manPage(const Page &page);

} // namespace lapwing::usage
