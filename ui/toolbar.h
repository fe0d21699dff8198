// SPDX-License-Identifier: MIT
#pragma once

class QLineEdit;
class QSpinBox;
class QToolBar;

namespace lapwing::ui {

class SteadyButton;

namespace Ui {
class MainWindow;
}

/// What of the tool bar the window fills; it owns them.
struct ToolBarFields {
    SteadyButton *run = nullptr;
    QSpinBox *atOnce = nullptr;
    QLineEdit *search = nullptr;
};

/// Six things that keep their place and their words: Add, Start (or Pause, or Resume), Stop, Retry failed, At once,
/// and the search. All can be reached with Tab.
[[nodiscard]] ToolBarFields setUpToolBar(Ui::MainWindow &ui);
/// The window is as wide as their words need. In each language, once its mnemonics are off them: "(S)" takes room.
void keepWhole(QToolBar *bar, const ToolBarFields &fields);

} // namespace lapwing::ui
