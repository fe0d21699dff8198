// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace lapwing::ui {

/// After the language changed: the tables below `window` ask their models again what titles and cells say. What is
/// selected, and where they are scrolled to, stays.
void retellTables(QWidget *window);

} // namespace lapwing::ui
