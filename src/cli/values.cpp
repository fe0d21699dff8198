// SPDX-License-Identifier: MIT
#include "cli/values.h"

#include "cli/command.h"

namespace lapwing::cli {

Read<int> wholeNumber(const QCommandLineParser &given, const QString &name, int lowest, int highest,
                      int otherwise)
{
    if (!given.isSet(name))
        return otherwise;
    bool isNumber = false;
    const int number = given.value(name).toInt(&isNumber);
    if (isNumber && number >= lowest && number <= highest)
        return number;
    return tl::unexpected(
        Text::tr("--%1 takes a whole number from %2 to %3, not '%4'.")
            .arg(name, QString::number(lowest), QString::number(highest), given.value(name)));
}

Read<double> positiveNumber(const QCommandLineParser &given, const QString &name, double highest,
                            double otherwise)
{
    if (!given.isSet(name))
        return otherwise;
    bool isNumber = false;
    const double number =
        given.value(name).toDouble(&isNumber); // "nan" is a number to Qt, and fails below
    if (isNumber && number > 0 && number <= highest)
        return number;
    return tl::unexpected(Text::tr("--%1 takes a number above 0, up to %2, not '%3'.")
                              .arg(name, QString::number(highest), given.value(name)));
}

Read<int> oneOf(const QCommandLineParser &given, const QString &name, const QStringList &words)
{
    if (!given.isSet(name))
        return 0;
    const auto place = words.indexOf(given.value(name));
    if (place >= 0)
        return static_cast<int>(place);
    return tl::unexpected(Text::tr("--%1 is one of %2, not '%3'.")
                              .arg(name, words.join(QStringLiteral(", ")), given.value(name)));
}

} // namespace lapwing::cli
