// SPDX-License-Identifier: MIT
#pragma once

#include "list/filter/filter.h"

#include <QStringList>

namespace lapwing::ui {

struct FilterWord;

/// What a row must be to meet `word`, whether it is negated or not; or one sentence about what is wrong with it.
[[nodiscard]] tl::expected<FilterTerm, QString> termFor(const FilterWord &word);

/// "host", "is", …
[[nodiscard]] QStringList filterKeys();
/// What may stand after "is:".
[[nodiscard]] QStringList filterStates();

} // namespace lapwing::ui
