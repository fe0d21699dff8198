// SPDX-License-Identifier: MIT
#include "timeline/axis.h"

#include "measure/seconds.h"
#include "report/picture/scale.h"
#include "text/captions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lapwing::ui {
namespace {

/// In seconds, where multiples of ten are not round any more.
constexpr std::array clockSteps{10.,   15.,   30.,   60.,    120.,   300.,   600.,  900.,
                                1800., 3600., 7200., 14400., 21600., 43200., 86400.};

double stepOf(double min)
{
    if (min <= 10)
        return report::tickStep(min);
    const auto *const step = std::ranges::lower_bound(clockSteps, min);
    return step == clockSteps.end() ? std::ceil(min / clockSteps.back()) * clockSteps.back()
                                    : *step;
}

QString twoDigits(qint64 figure)
{
    return QStringLiteral("%1").arg(figure, 2, 10, QLatin1Char('0'));
}

/// "1:30", "1:00:00"
QString clockText(qint64 seconds)
{
    const qint64 hours = seconds / 3600;
    const qint64 minutes = seconds % 3600 / 60;
    const QString tail = QLatin1Char(':') + twoDigits(seconds % 60);
    return hours == 0 ? QString::number(minutes) + tail
                      : QString::number(hours) + QLatin1Char(':') + twoDigits(minutes) + tail;
}

} // namespace

std::vector<Tick> ticksOf(const TimeRange &range, double apart)
{
    const double step = stepOf(measure::seconds(range.perPixel()) * apart);
    const bool isClock = step >= 1 && measure::seconds(range.to()) >= 100;
    const auto first = static_cast<qint64>(std::floor(measure::seconds(range.from()) / step));
    const auto last = static_cast<qint64>(std::ceil(measure::seconds(range.to()) / step));
    std::vector<Tick> ticks;
    for (qint64 place = first; place <= last; ++place) {
        const double seconds = static_cast<double>(place) * step;
        const QString text = isClock
            ? clockText(std::llround(seconds))
            : text::caption(text::Caption::Seconds).arg(report::tickText(seconds, {0, step}));
        ticks.push_back({measure::stampOf(seconds), isolated(text)});
    }
    return ticks;
}

int atStart(const TimeRange &range, Qt::Alignment vertical)
{
    const Qt::Alignment side = range.isMirrored() ? Qt::AlignRight : Qt::AlignLeft;
    return static_cast<int>((side | vertical | Qt::AlignAbsolute).toInt());
}

QString isolated(const QString &figure)
{
    return QChar(0x2068) + figure + QChar(0x2069);
}

} // namespace lapwing::ui
