// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>

class QTableView;

namespace lapwing::ui {

class HistoryOrder;

/// Columns, their widths and the newest run first.
void setUpHistoryTable(QTableView *table, HistoryOrder *runs);
/// Those from that section on, until they are sized and moved: as wide as their texts ordinarily are, and the host
/// beside the kind.
void placeColumns(QTableView *table, int from);
/// Where that brings all of them into so many pixels, the host and the limit give way: their tips say them in full. They
/// take what the others leave.
void fitColumns(QTableView *table, int width);

/// Of the rows that are selected.
[[nodiscard]] QSet<qint64> selectedRuns(const QTableView *table);
/// Those of them that are there; the first becomes the current one.
void selectRuns(QTableView *table, const QSet<qint64> &ids);
/// This row, or the last where there are fewer.
void selectRow(QTableView *table, int row);

} // namespace lapwing::ui
