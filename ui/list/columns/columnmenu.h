// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QTableView;

namespace lapwing::ui {

/// The two menus about columns, in the menu bar and at the header: which are shown, and which the rows are ordered
/// by. The last column cannot be hidden.
class ColumnMenu : public QObject {
    Q_OBJECT

public:
    explicit ColumnMenu(QTableView *table);

    [[nodiscard]] QMenu *columnsMenu() const { return m_columns; }
    [[nodiscard]] QMenu *orderMenu() const { return m_order; }

Q_SIGNALS:
    /// The columns as they were in the beginning.
    void defaultsWanted();

private:
    void retranslate();
    void setUpColumns();
    void setUpOrder();
    void popUp(const QPoint &place);
    void refreshColumns();
    void refreshOrder();

    QTableView *m_table;
    QMenu *m_columns;
    QMenu *m_order;
    QActionGroup *m_by;
    QAction *m_defaults = nullptr;
    QAction *m_listOrder = nullptr;
    QAction *m_ascending = nullptr;
    QAction *m_descending = nullptr;
};

} // namespace lapwing::ui
