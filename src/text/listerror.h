// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

namespace lapwing::text {

/// Why a text is no link, or a file no list.
[[nodiscard]] QString sentence(const plan::ListError &error);

/// Why a line gave no link: names the list that it stands in, where that was one of several.
[[nodiscard]] QString sentence(const plan::Reject &reject);

/// The names of what lists ask for and Lapwing does not do yet; empty: nothing.
[[nodiscard]] QString unusedSettings(const std::map<QString, int> &unused);

} // namespace lapwing::text
