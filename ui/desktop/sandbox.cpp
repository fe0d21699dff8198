// SPDX-License-Identifier: MIT
#include "desktop/sandbox.h"

#include <QFileInfo>

namespace lapwing::ui {

bool isSandboxed()
{
    return !qEnvironmentVariableIsEmpty("FLATPAK_ID")
        || QFileInfo::exists(QStringLiteral("/.flatpak-info"));
}

} // namespace lapwing::ui
