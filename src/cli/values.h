// SPDX-License-Identifier: MIT
#pragma once

#include <QCommandLineParser>

#include <tl/expected.hpp>

#include <chrono>

namespace lapwing::cli {

/// A value that was read, or the sentence that says why it is wrong.
template<typename T>
using Read = tl::expected<T, QString>;

/// `part` moved to where it belongs; false and the reason in `wrong` when it could not be read.
template<typename T, typename Target>
bool take(Read<T> part, Target &target, QString &wrong)
{
    if (part)
        target = static_cast<Target>(std::move(*part));
    else
        wrong = part.error();
    return part.has_value();
}

/// The value of --`name` as a whole number from `lowest` to `highest`; `otherwise` when it is not given.
[[nodiscard]] Read<int> wholeNumber(const QCommandLineParser &given, const QString &name,
                                    int lowest, int highest, int otherwise);

/// The value of --`name` as a number above 0, up to `highest`, with a decimal point.
[[nodiscard]] Read<double> positiveNumber(const QCommandLineParser &given, const QString &name,
                                          double highest, double otherwise);

/// The value of --`name` in seconds, to the millisecond: at least one of them, a day at most.
[[nodiscard]] Read<std::chrono::milliseconds> duration(const QCommandLineParser &given,
                                                       const QString &name,
                                                       std::chrono::milliseconds otherwise);

/// The value of --`name` as bytes, from `lowest`: digits, and k, M, G or T behind them for thousands,
/// millions and so on (decimal, as everywhere in Lapwing; in either case).
[[nodiscard]] Read<qint64> byteCount(const QCommandLineParser &given, const QString &name,
                                     qint64 lowest, qint64 otherwise);

/// Which of `words` --`name` is, by its place; 0 when it is not given.
[[nodiscard]] Read<int> oneOf(const QCommandLineParser &given, const QString &name,
                              const QStringList &words);

} // namespace lapwing::cli
