// SPDX-License-Identifier: MIT
#include "measure/figurewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace lapwing::measure {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::FigureWords)
};

} // namespace

QString asSeconds(double seconds)
{
    const double size = std::abs(seconds);
    const int places = size < 0.0995 ? 3 : size < 9.995 ? 2 : 1;
    return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', places));
}

QString asRate(double bytesPerSecond)
{
    return Words::tr("%1/s").arg(
        QLocale().formattedDataSize(std::llround(bytesPerSecond), 1, QLocale::DataSizeSIFormat));
}

QString asShare(double share)
{
    return Words::tr("%1 %").arg(QLocale().toString(std::llround(share * 100)));
}

QString asTimes(double times)
{
    return QLocale().toString(times, 'f', 2);
}

} // namespace lapwing::measure
