// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace lapwing::ui {

/// The signs of the tool bar. They are drawn in the colour of the text at hand, so that none
/// vanishes on a dark palette, at any scale.
enum class IconId {
    Add,
    Open,
    Start,
    Stop,
    Measure,
    Export,
    Folder,
    Demo,
    Remove,
    Clear,
    Retry,
    Pause
};

[[nodiscard]] QIcon iconFor(IconId sign);
[[nodiscard]] QIcon programIcon();

} // namespace lapwing::ui
