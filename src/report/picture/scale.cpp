// SPDX-License-Identifier: MIT
#include "report/picture/scale.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lapwing::report {

std::vector<double> Scale::ticks(double apart) const
{
    const double length = std::abs(m_to - m_from);
    if (m_max <= 0 || length <= 0 || !std::isfinite(m_max))
        return {0};
    const double step = tickStep(m_max * apart / length);
    std::vector<double> ticks;
    const int count = static_cast<int>(std::floor(m_max / step * (1 + 1e-9)));
    for (int tick = 0; tick <= count; ++tick)
        ticks.push_back(tick * step);
    return ticks;
}

double tickStep(double min)
{
    const double power = std::pow(10, std::floor(std::log10(min)));
    double step = 10 * power;
    for (const double times : {5., 2., 1.}) {
        if (times * power >= min)
            step = times * power;
    }
    return step;
}

QString tickText(double amount, const std::vector<double> &ticks)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    return QLocale().toString(amount, 'f', amount > 0 ? decimals : 0);
}

} // namespace lapwing::report
