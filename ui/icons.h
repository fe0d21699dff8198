// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace lapwing::ui {

/// The icons of the window, in the order of the table in icons.cpp.
enum class IconId {
    Add,
    Open,
    Paste,
    Start,
    Pause,
    Stop,
    Cancel,
    Retry,
    Measure,
    Export,
    Folder,
    Demo,
    Remove,
    Clear,
    Search,
    Info,
};

/// The desktop's icon of that meaning, and ours where it has none or where the colours are not the desktop's: ours
/// is drawn in the colour of the text, so that it vanishes on no palette and at no scale.
[[nodiscard]] QIcon iconFor(IconId icon);
[[nodiscard]] QIcon programIcon();

} // namespace lapwing::ui
