// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QTableView;

namespace lapwing::ui {

class DownloadController;
class OpenWithMenu;

/// What can be done with the files of the selected rows: open them with a chosen program, look whether they are what
/// they were, move them to the trash.
class FileActions : public QObject {
    Q_OBJECT

public:
    using Tasks = std::vector<const record::TaskRecord *>;

    FileActions(QTableView *table, DownloadController &controller,
                std::function<Tasks()> selectedTasks);

    [[nodiscard]] QStringList selectedPaths() const;
    [[nodiscard]] QMenu *openWithMenu() const;
    [[nodiscard]] QAction *checkAction() const { return m_check; }
    [[nodiscard]] QAction *trashAction() const { return m_trash; }
    /// After something changed that they depend on.
    void refresh(bool isAnyFileSelected);

Q_SIGNALS:
    /// One sentence for the user.
    void messageRaised(const QString &message);

private:
    void retranslate();

    DownloadController &m_controller;
    std::function<Tasks()> m_selectedTasks;
    OpenWithMenu *m_openWith;
    QAction *m_check;
    QAction *m_trash;
};

} // namespace lapwing::ui
