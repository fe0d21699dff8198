// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPoint>
#include <QTimer>

#include <optional>

class QTableView;

namespace lapwing::ui {

class TaskOrder;

/// When rows whose values change may move.
///
/// Nothing moves while somebody aims at a row: while the pointer is over the rows, and for two seconds after a key
/// was pressed in the table. What has to move then does so at once when the pointer leaves, or the two seconds are
/// over. Otherwise a table that is sorted by a column that changes is put in order once a second, which is as often
/// as one can follow; one that is filtered only, at once. A click on a header, a filter or a search is obeyed at
/// once: that is what the person waits for.
class LiveOrder : public QObject {
    Q_OBJECT

public:
    LiveOrder(QTableView *table, TaskOrder *order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void schedule();
    void attempt();
    void movePointer(std::optional<QPoint> place);
    [[nodiscard]] bool isPointerOverRows() const;

    QTableView *m_table;
    TaskOrder *m_order;
    std::optional<QPoint> m_pointer; ///< within the rows' area
    QElapsedTimer m_sinceKey;
    QElapsedTimer m_sinceSettled;
    QTimer m_next;
    bool m_waits = false; ///< for the pointer to leave
};

} // namespace lapwing::ui
