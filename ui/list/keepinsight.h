// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

class QTableView;

namespace lapwing::ui {

class TaskOrder;

/// Keeps the current row where it is on the screen while the others move around it, if it was in sight.
class KeepInSight : public QObject {
    Q_OBJECT

public:
    KeepInSight(QTableView *table, TaskOrder *order);

private:
    void note();
    void restore();

    QTableView *m_table;
    std::optional<int> m_rowsAbove; ///< between the first row in sight and the current one
};

} // namespace lapwing::ui
