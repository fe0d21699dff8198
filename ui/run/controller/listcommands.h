// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "plan/turn.h"
#include "run/removal.h"
#include "run/trash.h"
#include "wording.h"

#include <QSet>
#include <QUndoCommand>

#include <vector>

namespace lapwing::ui {

class DownloadController;

/// Something that was done to the list, and can be undone.
class ListCommand : public QUndoCommand {
public:
    explicit ListCommand(Wording wording);

    [[nodiscard]] QString words() const { return m_wording(); }
    /// What it was done to has gone on since: it is neither undone nor done again, and what was done before it is next.
    [[nodiscard]] virtual bool isOver() const { return false; }
    /// Else something works on what it was done to.
    [[nodiscard]] virtual bool isReady() const { return true; }

private:
    Wording m_wording;
};

/// Takes downloads off the list. Their partial files go when this can no longer be undone.
class RemoveCommand : public ListCommand {
public:
    RemoveCommand(DownloadController &controller, std::vector<int> ids, Wording wording);
    ~RemoveCommand() override;

    void redo() override;
    void undo() override;

private:
    DownloadController &m_controller;
    std::vector<int> m_ids;
    Removal m_removal;
    bool m_isDone = false;
};

/// Takes downloads off the list whose files were moved to the trash. Undone, the files come back, and then it is over:
/// nothing goes to the trash but when it is asked for.
class TrashCommand : public RemoveCommand {
public:
    TrashCommand(DownloadController &controller, std::vector<int> ids,
                 std::vector<TrashedFile> files, Wording wording);

    void undo() override;

private:
    DownloadController &m_controller;
    std::vector<TrashedFile> m_files;
};

/// Ends downloads. Their partial files go when this can no longer be undone.
class CancelCommand : public ListCommand {
public:
    CancelCommand(DownloadController &controller, std::vector<int> ids, Wording wording);
    ~CancelCommand() override;

    void redo() override;
    void undo() override;

private:
    DownloadController &m_controller;
    std::vector<int> m_ids;
    QSet<int> m_paused; ///< which were so before
    QString m_folder;   ///< where their partial files are
    bool m_isDone = false;
};

/// Says something else of one download. Once that has a file, it stays: what is said is what the file was checked against.
/// So it does where another download has the link that it would get.
/// A partial file that could not come along goes when none of them can be undone.
class EditCommand : public ListCommand {
public:
    EditCommand(DownloadController &controller, plan::Entry before, plan::Entry after,
                Wording wording);
    ~EditCommand() override;

    void redo() override;
    void undo() override;
    [[nodiscard]] bool isOver() const override;
    [[nodiscard]] bool isReady() const override;

private:
    void describe(plan::Entry entry);

    DownloadController &m_controller;
    plan::Entry m_before;
    plan::Entry m_after;
};

/// Gives downloads other turns. Steps of the same rows, one after the other, are undone together.
class TurnCommand : public ListCommand {
public:
    using Turns = std::vector<plan::EntryTurn>;

    /// `before` and `after` are of the same downloads: `chosen`, and those whose places they took.
    TurnCommand(DownloadController &controller, std::vector<int> chosen, Turns before, Turns after,
                Wording wording);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return 1; }
    [[nodiscard]] bool mergeWith(const QUndoCommand *other) override;

private:
    DownloadController &m_controller;
    std::vector<int> m_chosen;
    Turns m_before;
    Turns m_after;
};

} // namespace lapwing::ui
