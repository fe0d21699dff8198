// SPDX-License-Identifier: MIT
#pragma once

#include "usage/page.h"

namespace lapwing::usage {

// What a shell reads to complete the options, commands and values of a program.
[[nodiscard]] QByteArray bashCompletion(const Page &program);
[[nodiscard]] QByteArray zshCompletion(const Page &program);
[[nodiscard]] QByteArray fishCompletion(const Page &program);

} // namespace lapwing::usage
