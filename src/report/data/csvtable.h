// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QStringList>

/// Tables as RFC 4180 and spreadsheets want them.
namespace lapwing::report::csv {

[[nodiscard]] QString cell(const std::optional<record::Stamp> &stamp);
[[nodiscard]] QString cell(const std::optional<double> &number);
[[nodiscard]] QString cell(bool truth);

template<typename Integer>
QString cell(const std::optional<Integer> &number)
{
    return number ? QString::number(*number) : QString();
}

/// The cells of a line as they have to be written, with its end.
[[nodiscard]] QString line(const QStringList &cells);

/// The line of what `textOf` makes of each column.
template<typename Columns, typename TextOf>
QString lineOf(const Columns &columns, TextOf textOf)
{
    QStringList cells;
    for (const auto &column : columns)
        cells << textOf(column);
    return line(cells);
}

/// The line of their titles.
template<typename Columns>
QString headOf(const Columns &columns)
{
    return lineOf(columns, [](const auto &column) { return QString::fromLatin1(column.title); });
}

} // namespace lapwing::report::csv
