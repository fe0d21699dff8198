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
        m_controller.discardParts(m_removal.entries);
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

/// One that was started again since has a partial file that is not this command's.
CancelCommand::~CancelCommand()
{
    if (!m_isDone)
        return;
    std::vector<plan::Entry> cancelled;
    for (const int id : m_ids) {
        const plan::Entry *entry = m_controller.entry(id);
        const int row = m_controller.tasks().ledger().indexOf(id);
        if (entry != nullptr && row >= 0
            && m_controller.tasks().ledger().at(row).state == record::TaskState::Cancelled)
            cancelled.push_back(*entry);
    }
    m_controller.discardParts(cancelled);
}

void CancelCommand::redo()
{
    m_controller.cancel(m_ids);
    m_isDone = true;
}

void CancelCommand::undo()
{
    m_isDone = false;
    m_controller.takeBackCancel(m_ids);
}

} // namespace lapwing::ui
