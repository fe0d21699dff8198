// SPDX-License-Identifier: MIT
#pragma once

class QString;
class QWidget;

namespace lapwing::ui {

/// To a screen reader, wherever its user is; `text` is the description of `widget` too. Before 6.8 Qt has no
/// announcements: there it is an alert.
void announce(QWidget *widget, const QString &text);

} // namespace lapwing::ui
