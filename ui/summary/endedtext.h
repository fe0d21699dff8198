// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

namespace lapwing::ui {

/// How a run ended: "8 files, 2 failed, 48.0 MB in 31.0 s." Empty: nothing came, and nothing failed.
[[nodiscard]] QString endedText(const record::Run &run);

} // namespace lapwing::ui
