// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <limits>

/// Inside this folder only: what a list is recognised by.
namespace lapwing::plan {

inline constexpr qsizetype allLines = std::numeric_limits<qsizetype>::max();

/// The first lines of `text`, as they are but for their ends, as far as one looks at the beginning of a list (256 KiB);
/// blank ones and comments ("#") are left out.
[[nodiscard]] QStringList firstLines(QByteArrayView text, qsizetype count);

/// The first of them, without the white space around it.
[[nodiscard]] QString firstLine(QByteArrayView text);

} // namespace lapwing::plan
