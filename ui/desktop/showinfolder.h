// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::ui {

class MessageBus;

/// In the file manager.
void openFolder(const QString &folder);

/// Opens the folder of these files with them selected, by org.freedesktop.FileManager1; where no service answers
/// to that name, the folder of the first alone. `session` outlives the answer, or drops it.
void showInFolder(MessageBus &session, const QStringList &paths);

} // namespace lapwing::ui
