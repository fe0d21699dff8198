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

} // namespace lapwing::report::csv
