// SPDX-License-Identifier: MIT
#pragma once

class QSpinBox;

namespace lapwing::ui {

namespace Ui {
class MainWindow;
}

/// What Designer cannot put there: the number at once, the icons, and the order around them.
/// The box belongs to the tool bar.
QSpinBox *setUpToolBar(Ui::MainWindow &ui);

/// With room for every button and its words, also for those that are not always there.
[[nodiscard]] int widthOfToolBar(const Ui::MainWindow &ui);

} // namespace lapwing::ui
