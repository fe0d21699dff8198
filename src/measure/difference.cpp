// SPDX-License-Identifier: MIT
#include "measure/difference.h"

namespace lapwing::measure {

std::optional<record::Stamp> Change::by() const
{
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::optional<double> Change::times() const
{
    if (!before || !after || *before <= record::Stamp{})
        return std::nullopt;
    return std::chrono::duration<double>(*after) / std::chrono::duration<double>(*before);
}

Difference differenceOf(const record::Run &, const record::Run &)
{
    return {};
}

} // namespace lapwing::measure
