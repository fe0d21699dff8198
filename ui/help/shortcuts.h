// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <vector>

class QWidget;

namespace lapwing::ui {

struct Shortcut {
    QString command;
    QString keys; ///< in the words of the platform: "Ctrl+O, F3"
};

/// Of every action below `window` that has one, in the order of their names, and of what has no action.
[[nodiscard]] std::vector<Shortcut> shortcutsOf(const QWidget &window);

/// All of them, in a window of its own.
void showShortcuts(QWidget *window);

} // namespace lapwing::ui
