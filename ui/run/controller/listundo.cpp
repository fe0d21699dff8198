// SPDX-License-Identifier: MIT
#include "run/controller/listundo.h"

#include "run/controller/listcommands.h"

namespace lapwing::ui {
namespace {

/// So many changes of the list can be undone.
constexpr int undoLimit = 20;
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

ListUndo::ListUndo(const std::function<void()> &told)
{
    for (QUndoStack *undo : {&m_own, &m_ofDemo}) {
        undo->setUndoLimit(undoLimit);
        QObject::connect(undo, &QUndoStack::indexChanged, undo, told);
    }
}

void ListUndo::push(ListCommand *command, bool isOfDemo)
{
    countStep(); // first: whoever is told of the change looks at it
    (isOfDemo ? m_ofDemo : m_own).push(command);
}

void ListUndo::makeRoom(std::size_t rows)
{
    if (m_rows + rows > mostRowsInUndo)
        m_own.clear();
    m_rows = (m_own.count() == 0 ? 0 : m_rows) + rows;
}

void ListUndo::close()
{
    for (QUndoStack *undo : {&m_ofDemo, &m_own}) {
        QObject::disconnect(undo, &QUndoStack::indexChanged, undo, nullptr);
        undo->clear();
    }
}

bool ListUndo::canUndoOwn() const
{
    return isReadyAt(m_own, placeToUndo(m_own));
}

bool ListUndo::canRedoOwn() const
{
    return isReadyAt(m_own, placeToRedo(m_own));
}

QString ListUndo::undoText() const
{
    const QUndoStack &undo = canUndoDemo() ? m_ofDemo : m_own;
    return wordsAt(undo, placeToUndo(undo));
}

QString ListUndo::redoText() const
{
    const QUndoStack &undo = canRedoDemo() ? m_ofDemo : m_own;
    return wordsAt(undo, placeToRedo(undo));
}

void ListUndo::undo()
{
    if (canUndoDemo())
        m_ofDemo.undo();
    else
        undoNext(m_own);
}

void ListUndo::redo()
{
    redoNext(canRedoDemo() ? m_ofDemo : m_own);
}

} // namespace lapwing::ui
