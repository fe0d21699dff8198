// SPDX-License-Identifier: MIT
#pragma once

class QLineEdit;
class QSpinBox;
class QToolBar;

namespace lapwing::ui {

namespace Ui {
class MainWindow;
}

/// What the tool bar has beside buttons; it owns them.
struct ToolBarFields {
    QSpinBox *atOnce = nullptr;
    QLineEdit *search = nullptr;
};

/// Six things that keep their place and their words: Add, Start (or Pause, or Resume), Stop, Retry failed, At once,
/// and the search. All can be reached with Tab.
[[nodiscard]] ToolBarFields setUpToolBar(Ui::MainWindow &ui);
/// The window is as wide as their words need. In each language, once its mnemonics are off them: "(S)" takes room.
void keepWhole(QToolBar *bar, const ToolBarFields &fields);

} // namespace lapwing::ui
