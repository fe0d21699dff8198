// SPDX-License-Identifier: MIT
#pragma once

#include "list/filter/filter.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QSettings;
class QSplitter;
class QTableView;

namespace lapwing::ui {

class ColumnFit;
class ColumnMenu;
class DetailsPane;
class DownloadController;
class FilterBar;
class SelectedDetails;
class TaskOrder;

/// The list with what belongs to it: filter above, table, details below.
class ListPage : public QWidget {
    Q_OBJECT

public:
    /// Takes `table` into itself, and shows the controller's tasks in it.
    ListPage(QTableView *table, DownloadController &controller, QWidget *parent = nullptr);

    [[nodiscard]] TaskOrder &order() { return *m_order; }
    [[nodiscard]] const TaskOrder &order() const { return *m_order; }
    /// `right` stands beside the table and shares its rows; `under` is under both.
    void addBeside(QWidget *right, QWidget *under);
    /// Leaves most of the width to what stands beside the table; the numbers and names of its rows stay.
    void giveWay(bool givesWay);
    /// All of these together.
    [[nodiscard]] QWidget *rows() const { return m_rows; }
    /// Shows or hides the details.
    [[nodiscard]] QAction *detailsAction() const { return m_details; }

    void setDetailActions(const QList<QAction *> &actions);
    /// A field whose text is searched for, and completed.
    void attachSearch(QLineEdit *field);
    void addTo(QMenu *menu);
    /// Only rows that meet `term` are shown besides; an empty name: all are.
    void setCondition(const QString &name, FilterTerm term);
    void showDetails();
    /// While something else has the place of the details they are closed; they come back after it.
    void lendPlaceOfDetails(bool isLent);
    /// Some of the last `count` downloads that were added are not shown.
    [[nodiscard]] bool hidesOfLast(int count) const;
    /// Every row: without a group, a search or a condition.
    void showAll();
    /// After attachSearch().
    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

Q_SIGNALS:
    /// Another search, or another group of rows; save() keeps it.
    void filterChanged();
    /// Whoever has set a condition takes it back.
    void allWanted();
    /// What the buttons say now.
    void counted(const lapwing::ui::RowCounts &counts);
    /// One sentence for the user.
    void messageRaised(const QString &message);

public Q_SLOTS:
    void setSearch(const QString &expression);

protected:
    /// Esc in the search field empties it; once more, and the table has the focus.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpRows(QTableView *table);
    void setUpDetails(DownloadController &controller);
    void setUpKeys();
    void goToRow(int row);
    void connectRows();
    void refresh();
    void applyFilter();
    void makeRoomForDetails();
    void closeDetails();
    void turnFocus();
    void showDefaultColumns();
    [[nodiscard]] QString note() const;
    [[nodiscard]] QStringList hosts() const;

    QTableView *m_table;
    TaskOrder *m_order;
    FilterBar *m_filterBar;
    QLineEdit *m_field = nullptr; ///< whose text is m_search
    QSplitter *m_above;           ///< of rows and details
    QSplitter *m_beside;
    QByteArray m_widths;  ///< of m_beside, while the table gives way; empty: it does not
    QByteArray m_heights; ///< of m_above, while the details are empty; empty: they are not
    QWidget *m_rows;      ///< the table, and what belongs to its rows
    ColumnFit *m_fit;
    ColumnMenu *m_columns;
    DetailsPane *m_pane;
    SelectedDetails *m_selected = nullptr;
    QAction *m_details;
    QString m_search;
    QString m_conditionName; ///< empty: there is none
    FilterTerm m_condition;
    QString m_complaint;     ///< about the search
    bool m_hasSplit = false; ///< between rows and details
    bool m_hasLent = false;  ///< the place of open details
    QTimer m_refresh;        ///< once, whatever came
    QTimer m_makeRoom;       ///< for the details, once what gives way to them has done so
};

} // namespace lapwing::ui
