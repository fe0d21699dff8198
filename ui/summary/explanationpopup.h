// SPDX-License-Identifier: MIT
#pragma once

class QString;
class QWidget;

namespace lapwing::ui {

/// `text` in a frame below `button`, over what is there, until Esc or a click elsewhere. The button is its parent.
void showExplanation(const QString &text, QWidget *button);

} // namespace lapwing::ui
