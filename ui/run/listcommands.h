// SPDX-License-Identifier: MIT
#pragma once

#include "run/removal.h"

#include <QUndoCommand>

namespace lapwing::ui {

class DownloadController;

/// Takes downloads off the list. Their partial files go when this can no longer be undone.
class RemoveCommand : public QUndoCommand {
public:
    RemoveCommand(DownloadController &controller, std::vector<int> ids, const QString &text);
    ~RemoveCommand() override;

    void redo() override;
    void undo() override;

private:
    DownloadController &m_controller;
    std::vector<int> m_ids;
    Removal m_removal;
    bool m_isDone = false;
};

/// Ends downloads. Their partial files go when this can no longer be undone.
class CancelCommand : public QUndoCommand {
public:
    CancelCommand(DownloadController &controller, std::vector<int> ids, const QString &text);
    ~CancelCommand() override;

    void redo() override;
    void undo() override;

private:
    DownloadController &m_controller;
    std::vector<int> m_ids;
    QString m_folder; ///< where their partial files are
    bool m_isDone = false;
};

} // namespace lapwing::ui
