// SPDX-License-Identifier: MIT
#include "text/amounts.h"

#include "measure/seconds.h"
#include "record/saturated.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lapwing::text {

using measure::seconds;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Amounts)
};

constexpr double minuteRounded = 59.95; ///< seconds: from here on "60.0 s" would be shown

} // namespace

QString unknown()
{
    return QStringLiteral("–");
}

QString asTime(std::optional<record::Stamp> time)
{
    if (!time)
        return unknown();
    if (*time > record::Stamp::zero() && *time < std::chrono::milliseconds(100))
        return asSeconds(*time, 3);
    if (seconds(*time) < minuteRounded)
        return asSeconds(*time, 1);
    const QLocale locale;
    const qint64 whole = std::llround(seconds(*time));
    if (whole < 3600)
        return Words::tr("%1 min %2 s")
            .arg(locale.toString(whole / 60), locale.toString(whole % 60));
    return Words::tr("%1 h %2 min")
        .arg(locale.toString(whole / 3600), locale.toString(whole % 3600 / 60));
}

QString asSeconds(record::Stamp time, int decimals)
{
    return Words::tr("%1 s").arg(QLocale().toString(seconds(time), 'f', decimals));
}

QString asBytes(std::optional<qint64> bytes)
{
    if (!bytes)
        return unknown();
    if (*bytes == 1)
        return Words::tr("1 byte");
    const QString size = QLocale().formattedDataSize(*bytes, 1, QLocale::DataSizeSIFormat);
    return *bytes == record::saturated ? Words::tr("more than %1").arg(size) : size;
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

QString asFineTime(std::optional<record::Stamp> time)
{
    if (!time)
        return unknown();
    const double whole = seconds(*time);
    if (whole >= minuteRounded)
        return asTime(time);
    const int decimals = whole < 0.9995 ? 3 : whole < 9.995 ? 2 : 1;
    return asSeconds(*time, decimals);
}

QString asSeconds(double seconds)
{
    const double size = std::abs(seconds);
    const int places = size < 0.0995 ? 3 : size < 9.995 ? 2 : 1;
    return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', places));
}

QString asShare(double share)
{
    return Words::tr("%1 %").arg(QLocale().toString(std::llround(share * 100)));
}

QString asRatio(double times)
{
    return QLocale().toString(times, 'f', 2);
}

} // namespace lapwing::text
