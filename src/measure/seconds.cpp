// SPDX-License-Identifier: MIT
#include "measure/seconds.h"

#include <cmath>

namespace lapwing::measure {

std::optional<record::Stamp> between(std::optional<record::Stamp> from,
                                     std::optional<record::Stamp> to)
{
    if (!from || !to || *to < *from)
        return std::nullopt;
    return *to - *from;
}

double seconds(record::Stamp time)
{
    return std::chrono::duration<double>(time).count();
}

record::Stamp stampOf(double seconds)
{
    const double longest = measure::seconds(record::Stamp::max());
    return seconds < longest ? record::Stamp{std::llround(seconds * 1e9)} : record::Stamp::max();
}

std::optional<double> meanRate(qint64 bytes, record::Stamp time)
{
    if (bytes <= 0 || time <= record::Stamp::zero())
        return std::nullopt;
    return static_cast<double>(bytes) / seconds(time);
}

} // namespace lapwing::measure
