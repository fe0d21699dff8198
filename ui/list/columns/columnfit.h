// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>

class QTableView;

namespace lapwing::ui {

class TaskOrder;

/// Shares the width of the table between Name and Status: Status has what its words need, and gives of it before a
/// name is cut. Ends when the user sizes one of the two.
class ColumnFit : public QObject {
    Q_OBJECT

public:
    ColumnFit(QTableView *table, TaskOrder *order);

    [[nodiscard]] bool isByHand() const { return m_isByHand; }
    void setByHand(bool isByHand);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeResized(int column, int before, int now);
    void measureNames(int first, int last);
    void measureSlice();
    void widenNumbers();
    void fit();
    [[nodiscard]] int widthOfOthers() const;

    QTableView *m_table;
    TaskOrder *m_order;
    int m_nameWidth = 0; ///< of the longest name
    int m_next = 0;      ///< row to look at
    int m_end = 0;       ///< behind the last of those
    QTimer m_slices{this};
    bool m_isByHand = false;
    bool m_isFitting = false;
};

} // namespace lapwing::ui
