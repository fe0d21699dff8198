// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace lapwing::plan {

/// The code of what a file is that is no list: "pdf", "zip", "png"; text/filekind.h has the words. Empty: it
/// begins as none of them does.
[[nodiscard]] QString kindOf(const QByteArray &bytes);

} // namespace lapwing::plan
