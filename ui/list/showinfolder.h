// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::ui {

/// Opens the folder of these files with them selected, by org.freedesktop.FileManager1; where no service answers
/// to that name, the folder of the first alone.
void showInFolder(const QStringList &paths);

} // namespace lapwing::ui
