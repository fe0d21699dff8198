// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

namespace lapwing::report {

/// Places seconds, or any other amount from 0 on, on a line of a picture.
class Scale {
public:
    /// 0 is at `from`, `max` at `to`.
    Scale(double from, double to, double max) : m_from(from), m_to(to), m_max(max) { }

    [[nodiscard]] double at(double amount) const
    {
        return m_max > 0 ? m_from + (m_to - m_from) * amount / m_max : m_from;
    }
    [[nodiscard]] double at(record::Stamp time) const
    {
        return at(std::chrono::duration<double>(time).count());
    }
    [[nodiscard]] double from() const { return m_from; }
    [[nodiscard]] double to() const { return m_to; }
    [[nodiscard]] double max() const { return m_max; }

    /// 0, and every multiple of a tickStep(), at least `apart` from each other.
    [[nodiscard]] std::vector<double> ticks(double apart) const;

private:
    double m_from;
    double m_to;
    double m_max;
};

/// The smallest multiple of 1, 2 or 5 times a power of ten that is not below `min`.
[[nodiscard]] double tickStep(double min);

/// As many decimals as tell the ticks apart, and no more: "0 s", "0.5 s".
[[nodiscard]] QString tickText(double amount, const std::vector<double> &ticks);

} // namespace lapwing::report
