// SPDX-License-Identifier: MIT
#include "cli/figures.h"

#include "cli/command.h"

#include <QLocale>

namespace lapwing::cli {
namespace {

double inSeconds(record::Stamp time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

QString seconds(record::Stamp time)
{
    const bool isShort = time > record::Stamp::zero() && time < std::chrono::milliseconds(100);
    return seconds(time, isShort ? 3 : 1);
}

QString seconds(record::Stamp time, int decimals)
{
    return Text::tr("%1 s").arg(QLocale().toString(inSeconds(time), 'f', decimals));
}

QString secondsOrDash(const std::optional<record::Stamp> &time)
{
    return time ? seconds(*time) : QStringLiteral("-");
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString rate(qint64 bytes, record::Stamp time)
{
    if (time <= record::Stamp::zero())
        return {};
    return Text::tr("%1/s").arg(size(qRound64(static_cast<double>(bytes) / inSeconds(time))));
}

QString times(double factor)
{
    return QLocale().toString(factor, 'f', 1);
}

} // namespace lapwing::cli
