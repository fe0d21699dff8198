// SPDX-License-Identifier: MIT
#include "amounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Amounts)
};

} // namespace

QString unknown()
{
    return QStringLiteral("–");
}

double inSeconds(record::Stamp time)
{
    return std::chrono::duration<double>(time).count();
}

QString asTime(std::optional<record::Stamp> time)
{
    if (!time)
        return unknown();
    const QLocale locale;
    const double seconds = inSeconds(*time);
    if (seconds < 99.95)
        return Words::tr("%1 s").arg(locale.toString(seconds, 'f', 1));
    const qint64 whole = std::llround(seconds);
    if (whole < 3600)
        return Words::tr("%1 min %2 s")
            .arg(locale.toString(whole / 60), locale.toString(whole % 60));
    return Words::tr("%1 h %2 min")
        .arg(locale.toString(whole / 3600), locale.toString(whole % 3600 / 60));
}

QString asBytes(std::optional<qint64> bytes)
{
    return bytes ? QLocale().formattedDataSize(*bytes, 1) : unknown();
}

QString asRate(std::optional<double> bytesPerSecond)
{
    if (!bytesPerSecond)
        return unknown();
    return Words::tr("%1/s").arg(asBytes(std::llround(*bytesPerSecond)));
}

QString asPercent(std::optional<double> fraction)
{
    if (!fraction)
        return unknown();
    return Words::tr("%1 %").arg(QLocale().toString(static_cast<int>(std::floor(*fraction * 100))));
}

QString asFactor(double times)
{
    return QLocale().toString(times, 'f', 1);
}

} // namespace lapwing::ui
