// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUndoStack>

#include <cstddef>
#include <functional>

namespace lapwing::ui {

class ListCommand;

/// Which change of the list is undone or redone next: of the demo's first, then of the user's own, which stay while the demo
/// is there. What is over is passed by.
class ListUndo {
public:
    /// `told`: something else may be next.
    explicit ListUndo(const std::function<void()> &told);

    void push(ListCommand *command, bool isOfDemo);
    /// For so many more of the user's downloads. The last change can always be undone; those before it, as long as they are
    /// not too many downloads together.
    void makeRoom(std::size_t rows);
    void clearDemo() { m_ofDemo.clear(); }
    /// Nobody is to look at the list any more, and what can no longer be undone removes its partial files.
    void close();

    [[nodiscard]] bool canUndoDemo() const { return m_ofDemo.canUndo(); }
    [[nodiscard]] bool canRedoDemo() const { return m_ofDemo.canRedo(); }
    [[nodiscard]] bool canUndoOwn() const;
    [[nodiscard]] bool canRedoOwn() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    void undo();
    void redo();

    /// See DownloadController::undoStep().
    [[nodiscard]] int step() const { return m_step; }
    void countStep() { ++m_step; }

private:
    std::size_t m_rows = 0; ///< at most
    QUndoStack m_own;
    QUndoStack m_ofDemo;
    int m_step = 0;
};

} // namespace lapwing::ui
