// SPDX-License-Identifier: MIT
#pragma once

class QTableView;

namespace lapwing::ui {

class TaskOrder;

/// Shows `order` in `table`: widths from the font, delegates for what is painted, sorting by the header.
void setUpTaskTable(QTableView *table, TaskOrder *order);
/// The columns in the beginning: which are shown, in which order, and how wide.
void setDefaultColumns(QTableView *table);

} // namespace lapwing::ui
