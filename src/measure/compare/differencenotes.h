// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "measure/compare/taskmatching.h"

namespace lapwing::measure {

/// What makes the two hard to compare; `files` came in both.
[[nodiscard]] std::vector<Note> notesOn(const record::Run &before, const record::Run &after,
                                        const Pairs &files);

} // namespace lapwing::measure
