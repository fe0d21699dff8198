// SPDX-License-Identifier: MIT
// Which change of the list is undone or redone next; listcommands.h has the changes themselves.
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"

namespace lapwing::ui {
namespace {

/// Of what was removed: some 250 MB, where all of them had ended.
constexpr std::size_t mostRowsInUndo = 100'000;

QString wordsOf(const QUndoStack &undo, int index)
{
    const auto *command = dynamic_cast<const ListCommand *>(undo.command(index));
    return command != nullptr ? command->words() : QString();
}

} // namespace

/// What was done to the demo first, then to the list before it, which is not to come back into a demo that runs.
bool DownloadController::canUndo() const
{
    if (m_undoOfDemo.canUndo())
        return canChangeList();
    return (m_isDemo ? isAtRest() : canChangeList()) && m_undo.canUndo();
}

bool DownloadController::canRedo() const
{
    return isAtRest() && (m_undoOfDemo.canRedo() || (!m_isDemo && m_undo.canRedo()));
}

QString DownloadController::undoText() const
{
    const QUndoStack &undo = m_undoOfDemo.canUndo() ? m_undoOfDemo : m_undo;
    return wordsOf(undo, undo.index() - 1);
}

QString DownloadController::redoText() const
{
    const QUndoStack &undo = m_undoOfDemo.canRedo() ? m_undoOfDemo : m_undo;
    return wordsOf(undo, undo.index());
}

void DownloadController::undo()
{
    if (!canUndo())
        return;
    ++m_undoStep;
    if (m_undoOfDemo.canUndo()) {
        m_undoOfDemo.undo();
        return;
    }
    if (m_isDemo)
        reset(); // the list that was there before takes its place
    m_undo.undo();
}

void DownloadController::redo()
{
    if (!canRedo())
        return;
    ++m_undoStep;
    (m_undoOfDemo.canRedo() ? m_undoOfDemo : m_undo).redo();
}

void DownloadController::push(ListCommand *command)
{
    ++m_undoStep; // first: whoever is told of the change looks at it
    (m_isDemo ? m_undoOfDemo : m_undo).push(command);
}

/// The last change can always be undone; those before it, as long as they are not too many downloads together.
void DownloadController::makeRoomInUndo(std::size_t rows)
{
    if (m_isDemo)
        return; // its few rows have a stack of their own
    if (m_rowsInUndo + rows > mostRowsInUndo)
        m_undo.clear();
    m_rowsInUndo = (m_undo.count() == 0 ? 0 : m_rowsInUndo) + rows;
}

} // namespace lapwing::ui
