// SPDX-License-Identifier: MIT
// Which change of the list is undone or redone next; listcommands.h has the changes themselves.
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"

namespace lapwing::ui {
namespace {

/// Of what was removed: some 250 MB, where all of them had ended.
constexpr std::size_t mostRowsInUndo = 100'000;

/// Null: there is none.
const ListCommand *commandAt(const QUndoStack &undo, int place)
{
    return dynamic_cast<const ListCommand *>(undo.command(place));
}

bool isOverAt(const QUndoStack &undo, int place)
{
    const ListCommand *command = commandAt(undo, place);
    return command != nullptr && command->isOver();
}

/// Where what is undone next is; below 0: nothing is.
int placeToUndo(const QUndoStack &undo)
{
    int place = undo.index() - 1;
    while (isOverAt(undo, place))
        --place;
    return place;
}

int placeToRedo(const QUndoStack &undo)
{
    int place = undo.index();
    while (isOverAt(undo, place))
        ++place;
    return place;
}

bool isReadyAt(const QUndoStack &undo, int place)
{
    const ListCommand *command = commandAt(undo, place);
    return command != nullptr && command->isReady();
}

QString wordsAt(const QUndoStack &undo, int place)
{
    const ListCommand *command = commandAt(undo, place);
    return command != nullptr ? command->words() : QString();
}

/// What is over leaves the stack at this.
void undoNext(QUndoStack &undo)
{
    while (isOverAt(undo, undo.index() - 1))
        undo.undo();
    undo.undo();
}

void redoNext(QUndoStack &undo)
{
    while (isOverAt(undo, undo.index()))
        undo.redo();
    undo.redo();
}

} // namespace

/// What was done to the demo first, then to the list before it, which is not to come back into a demo that runs.
bool DownloadController::canUndo() const
{
    if (m_undoOfDemo.canUndo())
        return canChangeList();
    return (m_isDemo ? isAtRest() : canChangeList()) && isReadyAt(m_undo, placeToUndo(m_undo));
}

bool DownloadController::canRedo() const
{
    return isAtRest()
        && (m_undoOfDemo.canRedo() || (!m_isDemo && isReadyAt(m_undo, placeToRedo(m_undo))));
}

QString DownloadController::undoText() const
{
    const QUndoStack &undo = m_undoOfDemo.canUndo() ? m_undoOfDemo : m_undo;
    return wordsAt(undo, placeToUndo(undo));
}

QString DownloadController::redoText() const
{
    const QUndoStack &undo = m_undoOfDemo.canRedo() ? m_undoOfDemo : m_undo;
    return wordsAt(undo, placeToRedo(undo));
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
    undoNext(m_undo);
}

void DownloadController::redo()
{
    if (!canRedo())
        return;
    ++m_undoStep;
    redoNext(m_undoOfDemo.canRedo() ? m_undoOfDemo : m_undo);
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
