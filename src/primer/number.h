// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace lapwing::primer {

enum class NumberProblem {
    Missing, ///< nothing was typed
    NotANumber,
    TooLarge, ///< it, or the sum, does not fit 64 bits
};

/// "number-missing"; text/primer has the sentence.
[[nodiscard]] QString toString(NumberProblem problem);

using Sum = tl::expected<qint64, NumberProblem>;

/// The whole number that was typed, plus 100.
[[nodiscard]] Sum plusHundred(const std::optional<QString> &typed);

} // namespace lapwing::primer
