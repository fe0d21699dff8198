// SPDX-License-Identifier: MIT
#pragma once

#include "report/amounts.h"

namespace lapwing::report {

/// Times that stand beside each other, with so many decimals that one can compare them: "0.042 s",
/// "1.24 s", "22.3 s"; longer ones as asTime() has them.
[[nodiscard]] inline QString asFineTime(std::optional<record::Stamp> time)
{
    if (!time)
        return unknown();
    const double whole = seconds(*time);
    if (whole >= 99.95)
        return asTime(time);
    const int decimals = whole < 0.9995 ? 3 : whole < 9.995 ? 2 : 1;
    return asSeconds(*time, decimals);
}

} // namespace lapwing::report
