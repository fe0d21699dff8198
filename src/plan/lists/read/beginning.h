// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

/// Inside this folder only: what a list is recognised by.
namespace lapwing::plan {

/// The first lines of `text`, as they are but for their ends; blank ones and comments ("#") are left out.
[[nodiscard]] QStringList firstLines(QByteArrayView text, qsizetype count);

/// The first of them, without the white space around it.
[[nodiscard]] QString firstLine(QByteArrayView text);

} // namespace lapwing::plan
