// SPDX-License-Identifier: MIT
#pragma once

#include "plan/listorder.h"

#include <QObject>

#include <array>
#include <functional>
#include <vector>

class QAction;
class QMenu;
class QTableView;

namespace lapwing::ui {

class DownloadController;
class TaskOrder;

/// Which of the selected downloads starts sooner: where they stand in the list, and their priority.
class QueueActions : public QObject {
    Q_OBJECT

public:
    /// `selectedIds` in the order shown.
    QueueActions(QTableView *table, DownloadController &controller, const TaskOrder &order,
                 std::function<std::vector<int>()> selectedIds);

    [[nodiscard]] QMenu *orderMenu() const { return m_orderMenu; }
    [[nodiscard]] QMenu *priorityMenu() const { return m_priorityMenu; }
    /// After something changed that they depend on.
    void refresh(bool isAnySelected);

private:
    void retranslate();
    void setUpMoves();
    void setUpPriorities();
    void move(plan::Move move);
    void refreshPriorities();
    [[nodiscard]] std::vector<int> shownIds() const;

    QTableView *m_table;
    DownloadController &m_controller;
    const TaskOrder &m_order;
    std::function<std::vector<int>()> m_selectedIds;
    QMenu *m_orderMenu;
    QMenu *m_priorityMenu;
    std::array<QAction *, 4> m_moves{};      ///< by plan::Move
    std::array<QAction *, 3> m_priorities{}; ///< by plan::Priority
};

} // namespace lapwing::ui
