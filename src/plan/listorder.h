// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <vector>

namespace lapwing::plan {

/// Where entries of a list are moved to.
enum class Move { Top, Up, Down, Bottom };

/// The turns of these entries.
[[nodiscard]] std::vector<EntryTurn> turnsOf(const std::vector<Entry> &entries);

/// What `chosen` and their neighbours have for turns when they are moved among `turns`, in any order: those that become
/// other ones. Among themselves the chosen keep their order; what is at an end already stays. Top and Bottom change the
/// chosen alone; Up and Down exchange places, so that what is not in `turns` keeps its own.
[[nodiscard]] std::vector<EntryTurn> moved(std::vector<EntryTurn> turns,
                                           const std::vector<int> &chosen, Move move);

} // namespace lapwing::plan
