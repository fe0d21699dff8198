// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::ui {

class Instance;

/// The session bus started this program to be called by its name.
[[nodiscard]] bool isStartedByBus();

/// Takes the call of the bus that started this program, and hands it to `first`, which has the folder of data but is
/// not on this bus. Returns at once where it is.
void relayCalls(const Instance &first, const QString &id);

} // namespace lapwing::ui
