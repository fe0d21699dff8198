// SPDX-License-Identifier: MIT
// When a change of the list may be undone or redone; listundo.h knows which is next.
#include "run/controller/downloadcontroller.h"

namespace lapwing::ui {

/// What was done to the demo first, then to the list before it, which is not to come back into a demo that runs.
bool DownloadController::canUndo() const
{
    if (m_undo.canUndoDemo())
        return canChangeList();
    return (m_isDemo ? isAtRest() : canChangeList()) && m_undo.canUndoOwn();
}

bool DownloadController::canRedo() const
{
    return isAtRest() && (m_undo.canRedoDemo() || (!m_isDemo && m_undo.canRedoOwn()));
}

void DownloadController::undo()
{
    if (!canUndo())
        return;
    m_undo.countStep();
    if (m_isDemo && !m_undo.canUndoDemo())
        reset(); // the list that was there before takes its place
    m_undo.undo();
}

void DownloadController::redo()
{
    if (!canRedo())
        return;
    m_undo.countStep();
    m_undo.redo();
}

void DownloadController::push(ListCommand *command)
{
    m_undo.push(command, m_isDemo);
}

void DownloadController::makeRoomInUndo(std::size_t rows)
{
    if (!m_isDemo) // whose few rows have a stack of their own
        m_undo.makeRoom(rows);
}

} // namespace lapwing::ui
