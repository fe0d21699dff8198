// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace lapwing::ui {

class TaskOrder;

/// Keeps what is selected through another order where that is much: a selection model follows each selected row by
/// itself, which holds the window for 200 ms where half of 100,000 are, and asks each of its ranges for every cell
/// that is painted. Where the selection would fall apart into more than `mostRanges`, it goes.
/// And where all rows are selected: of that the selection model keeps the corners alone (Qt's
/// QItemSelectionModelPrivate::_q_layoutAboutToBeChanged), between which there are others once a filter changes.
class KeepSelected : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t fewRows = 2000; ///< or fewer of more: left to the selection model
    static constexpr std::size_t mostRanges = 1000;

    /// Before the table has the order as its model: what is here must hear of it before the selection does.
    KeepSelected(QTableView *table, TaskOrder *order);
    /// Once it has.
    void begin();

Q_SIGNALS:
    /// So many rows are no longer selected.
    void dropped(int rows);

private:
    void take();
    void restore();

    QTableView *m_table;
    TaskOrder *m_order;
    std::vector<int> m_rows; ///< of the ledger
};

} // namespace lapwing::ui
