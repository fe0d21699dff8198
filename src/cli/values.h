// SPDX-License-Identifier: MIT
#pragma once

#include <QCommandLineParser>

#include <tl/expected.hpp>

namespace lapwing::cli {

/// A value that was read, or the sentence that says why it is wrong.
template<typename T>
using Read = tl::expected<T, QString>;

/// The value of --`name` as a whole number from `lowest` to `highest`; `otherwise` when it is not given.
[[nodiscard]] Read<int> wholeNumber(const QCommandLineParser &given, const QString &name,
                                    int lowest, int highest, int otherwise);

/// The value of --`name` as a number above 0, up to `highest`, with a decimal point.
[[nodiscard]] Read<double> positiveNumber(const QCommandLineParser &given, const QString &name,
                                          double highest, double otherwise);

/// Which of `words` --`name` is, by its place; 0 when it is not given.
[[nodiscard]] Read<int> oneOf(const QCommandLineParser &given, const QString &name,
                              const QStringList &words);

} // namespace lapwing::cli
