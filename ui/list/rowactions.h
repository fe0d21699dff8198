// SPDX-License-Identifier: MIT
#pragma once

#include "run/controller/downloadcontroller.h"

#include <QObject>

class QAction;
class QMenu;

namespace lapwing::ui {

class CopyActions;
class FileActions;
class QueueActions;
class TaskOrder;

namespace Ui {
class MainWindow;
}

/// What can be done to the selected rows, and to all: in the menus, by keys while the list has the focus,
/// and in a menu at the row. An action is enabled only where it would do something.
class RowActions : public QObject {
    Q_OBJECT

public:
    RowActions(Ui::MainWindow &ui, DownloadController &controller, const TaskOrder &order,
               QWidget *window);

    /// After something changed that they depend on.
    void refresh();
    /// What the details of a row offer.
    [[nodiscard]] QList<QAction *> forDetails() const;
    /// At the end of the menu of a row.
    void addToMenu(QAction *action);
    [[nodiscard]] std::vector<int> selectedIds() const;

Q_SIGNALS:
    /// One sentence for the user.
    void messageRaised(const QString &message);
    /// Of at least one file, unless that went meanwhile.
    void showInFolderWanted(const QStringList &paths);
    /// A row without a file was double-clicked.
    void detailsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpKeys();
    void setUpMenu();
    void extendMainMenu();
    void connectActs();
    void refreshAll();
    void popUp(const QPoint &globalPlace);
    void popUpAtRow();
    void openFiles();
    void showInFolder();
    void openOrShowDetails();
    void askForEdit();
    void askForChecksum();
    [[nodiscard]] std::vector<const record::TaskRecord *> selectedTasks() const;
    [[nodiscard]] const plan::Entry *firstSelected() const; ///< null: there is none

    Ui::MainWindow &m_ui;
    DownloadController &m_controller;
    const TaskOrder &m_order;
    QAction *m_edit;
    QWidget *m_window;
    QMenu *m_menu;
    CopyActions *m_copies;
    QueueActions *m_queue;
    FileActions *m_files;
};

} // namespace lapwing::ui
