// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QString>

namespace lapwing::ui {

/// How a run ended: "8 files, 2 failed, 48.0 MB in 20.2 s (whole run: 24.8 s)." Empty: nothing came, and nothing failed.
[[nodiscard]] QString endedText(const record::Run &run);
/// The same without the full stop, to stand in a sentence.
[[nodiscard]] QString endedFigures(const record::Run &run);

} // namespace lapwing::ui
