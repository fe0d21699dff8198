// SPDX-License-Identifier: MIT
#include "plan/http/plainnumber.h"

#include <algorithm>

namespace lapwing::plan {

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<qint64> plainNumber(QByteArrayView text)
{
    bool fits = false;
    const qint64 number = isDigits(text) ? text.toLongLong(&fits) : 0;
    return fits ? std::optional(number) : std::nullopt;
}

} // namespace lapwing::plan
