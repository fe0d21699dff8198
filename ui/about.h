// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace lapwing::ui {

/// Version, licence, and what it runs on, in a box that waits for nothing.
void showAbout(QWidget *window);

} // namespace lapwing::ui
