// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "measure/compare/taskmatching.h"

namespace lapwing::measure {

/// What makes the two hard to compare.
[[nodiscard]] std::vector<Note> notesOn(const record::Run &before, const record::Run &after,
                                        const Pairs &pairs);

} // namespace lapwing::measure
