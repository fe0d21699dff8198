// SPDX-License-Identifier: MIT
#include "run/listcommands.h"

#include "run/downloadcontroller.h"

namespace lapwing::ui {

RemoveCommand::RemoveCommand(DownloadController &controller, std::vector<int> ids,
                             const QString &text)
    : QUndoCommand(text), m_controller(controller), m_ids(std::move(ids))
{
}

RemoveCommand::~RemoveCommand()
{
    if (m_isDone)
        m_controller.discardParts(m_removal.folder, m_removal.entries);
    m_controller.dispose(std::move(m_removal));
}

void RemoveCommand::redo()
{
    m_removal = m_controller.takeOff(m_ids);
    m_isDone = true;
}

void RemoveCommand::undo()
{
    m_isDone = false;
    m_controller.putBack(std::exchange(m_removal, {}));
}

CancelCommand::CancelCommand(DownloadController &controller, std::vector<int> ids,
                             const QString &text)
    : QUndoCommand(text), m_controller(controller), m_ids(std::move(ids))
{
}

/// But for those that were started, or cancelled, again since.
CancelCommand::~CancelCommand()
{
    if (m_isDone)
        m_controller.discardCancelled(m_folder, m_ids, this);
}

void CancelCommand::redo()
{
    m_folder = m_controller.partsFolder();
    m_controller.cancel(m_ids, this);
    m_isDone = true;
}

void CancelCommand::undo()
{
    m_isDone = false;
    m_controller.takeBackCancel(m_ids);
}

} // namespace lapwing::ui
