// SPDX-License-Identifier: MIT
#include "cli/values.h"

#include "cli/command.h"
#include "plan/http/plainnumber.h"

#include <cmath>
#include <limits>

namespace lapwing::cli {
namespace {

constexpr int day = 24 * 60 * 60; ///< seconds

/// What a letter behind digits stands for; 1 for none, and for what is no such letter.
qint64 unitOf(QChar letter)
{
    const qsizetype place = QStringView(u"kmgt").indexOf(letter.toLower());
    return static_cast<qint64>(std::pow(1000, place + 1));
}

} // namespace

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

Read<std::chrono::milliseconds> duration(const QCommandLineParser &given, const QString &name,
                                         std::chrono::milliseconds otherwise)
{
    const auto seconds = positiveNumber(given, name, day, 1);
    if (!seconds)
        return tl::unexpected(seconds.error());
    if (!given.isSet(name))
        return otherwise;
    return std::chrono::milliseconds(std::max(1LL, std::llround(*seconds * 1000)));
}

Read<qint64> byteCount(const QCommandLineParser &given, const QString &name, qint64 lowest,
                       qint64 otherwise)
{
    if (!given.isSet(name))
        return otherwise;
    const QString text = given.value(name);
    const qint64 unit = unitOf(text.back());
    const auto number = plan::plainNumber((unit > 1 ? text.chopped(1) : text).toUtf8());
    if (number && *number <= std::numeric_limits<qint64>::max() / unit && *number * unit >= lowest)
        return *number * unit;
    return tl::unexpected(Text::tr("--%1 takes a number of bytes, at least %2, with k, M, G or T "
                                   "for thousands, millions and so on: 1500, 10k, 2G; not '%3'.")
                              .arg(name, QString::number(lowest), text));
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
