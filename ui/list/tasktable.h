// SPDX-License-Identifier: MIT
#pragma once

class QTableView;

namespace lapwing::ui {

class TaskModel;

/// Shows `tasks` in `table`: widths from the font, delegates for what is painted.
void setUpTaskTable(QTableView *table, TaskModel *tasks);

} // namespace lapwing::ui
