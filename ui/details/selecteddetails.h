// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

class QTableView;

namespace lapwing::ui {

class DetailsPane;
class DownloadController;
class TaskOrder;

/// Keeps the details at the current row of the table while they are in sight.
class SelectedDetails : public QObject {
    Q_OBJECT

public:
    SelectedDetails(QTableView *table, TaskOrder *order, const DownloadController &controller,
                    DetailsPane *pane);

    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int shownRow() const; ///< negative: none

    QTableView *m_table;
    TaskOrder *m_order;
    const DownloadController &m_controller;
    DetailsPane *m_pane;
    QTimer m_soon; ///< once, whatever came
};

} // namespace lapwing::ui
