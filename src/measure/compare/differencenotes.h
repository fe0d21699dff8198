// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/difference.h"
#include "measure/compare/taskmatching.h"

namespace lapwing::measure {

/// Both runs downloaded all of the file, and as many bytes.
[[nodiscard]] bool isAlike(const Pair &pair);

/// Absent: what came in both, came alike, and in one of them nothing else did. `files` came in both.
[[nodiscard]] std::optional<Obstacle> obstacleBetween(const record::Run &before,
                                                      const record::Run &after, const Pairs &files);

/// What makes the two hard to compare; `files` came in both.
[[nodiscard]] std::vector<Note> notesOn(const record::Run &before, const record::Run &after,
                                        const Pairs &files);

} // namespace lapwing::measure
