// SPDX-License-Identifier: MIT
#include "report/amounts.h"

#include "record/saturated.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lapwing::report {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::report::Amounts)
};

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
    if (seconds(*time) < 99.95)
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

std::optional<double> meanRate(qint64 bytes, record::Stamp time)
{
    if (bytes <= 0 || time <= record::Stamp::zero())
        return std::nullopt;
    return static_cast<double>(bytes) / seconds(time);
}

double seconds(record::Stamp time)
{
    return std::chrono::duration<double>(time).count();
}

record::Stamp stampOf(double seconds)
{
    const double longest = report::seconds(record::Stamp::max());
    return seconds < longest ? record::Stamp{std::llround(seconds * 1e9)} : record::Stamp::max();
}

} // namespace lapwing::report
