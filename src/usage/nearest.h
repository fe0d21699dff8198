// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::usage {

/// Which of the `known` words was probably meant by `word`; empty: none is close enough to say so.
[[nodiscard]] QString nearest(const QString &word, const QStringList &known);

} // namespace lapwing::usage
