// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <QStringList>

#include <vector>

namespace lapwing::engine {

/// A name for each entry, in their order: the first to ask for one gets it, the next "name (1)". Names
/// that differ in case alone count as the same, for the file systems that see it so. What lies in the
/// folder already is met later, when a file is given its name.
[[nodiscard]] QStringList distinctNames(const std::vector<plan::Entry> &entries);

} // namespace lapwing::engine
