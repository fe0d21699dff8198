// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/formats.h"

/// Inside this folder only.
namespace lapwing::plan {

/// What the reader of `format` finds; with ranges expanded where the reading says so.
[[nodiscard]] Links linksIn(const QByteArray &bytes, const ListFormat &format,
                            const Reading &reading);

} // namespace lapwing::plan
