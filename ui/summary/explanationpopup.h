// SPDX-License-Identifier: MIT
#pragma once

class QString;
class QUrl;
class QWidget;

namespace lapwing::ui {

/// `text` in a frame below `button`, over what is there, until Esc or a click elsewhere. The button is its parent.
/// `more`: where the help says more.
void showExplanation(const QString &text, const QUrl &more, QWidget *button);

} // namespace lapwing::ui
