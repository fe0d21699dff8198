// SPDX-License-Identifier: MIT
#include "run/controller/listcommands.h"

#include "run/controller/downloadcontroller.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace lapwing::ui {
namespace {

QSet<int> pausedAmong(const std::vector<int> &ids, const record::Ledger &list)
{
    QSet<int> paused;
    for (const int id : ids) {
        const int row = list.indexOf(id);
        if (row >= 0 && list.at(row)->state == record::TaskState::Paused)
            paused.insert(id);
    }
    return paused;
}

} // namespace

ListCommand::ListCommand(Wording wording) : m_wording(std::move(wording)) { }

RemoveCommand::RemoveCommand(DownloadController &controller, std::vector<int> ids, Wording wording)
    : ListCommand(std::move(wording)), m_controller(controller), m_ids(std::move(ids))
{
}

RemoveCommand::~RemoveCommand()
{
    std::vector<QString> begunIn;
    std::ranges::transform(m_removal.records, std::back_inserter(begunIn),
                           &record::TaskRecord::begunIn);
    if (m_isDone && !m_removal.results.isDemo)
        m_controller.discardParts(m_removal.folder, m_removal.entries, begunIn);
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

TrashCommand::TrashCommand(DownloadController &controller, std::vector<int> ids,
                           std::vector<TrashedFile> files, Wording wording)
    : RemoveCommand(controller, std::move(ids), std::move(wording))
    , m_controller(controller)
    , m_files(std::move(files))
{
}

void TrashCommand::undo()
{
    RemoveCommand::undo();
    m_controller.restoreFromTrash(std::move(m_files));
    setObsolete(true);
}

CancelCommand::CancelCommand(DownloadController &controller, std::vector<int> ids, Wording wording)
    : ListCommand(std::move(wording)), m_controller(controller), m_ids(std::move(ids))
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
    m_paused = pausedAmong(m_ids, m_controller.tasks().ledger());
    m_controller.cancel(m_ids, this);
    m_isDone = true;
}

void CancelCommand::undo()
{
    m_isDone = false;
    m_controller.takeBackCancel(m_ids, m_paused);
}

EditCommand::EditCommand(DownloadController &controller, plan::Entry before, plan::Entry after,
                         Wording wording)
    : ListCommand(std::move(wording))
    , m_controller(controller)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
    m_controller.beginEdit(m_after.id);
}

EditCommand::~EditCommand()
{
    m_controller.endEdit(m_after.id);
}

void EditCommand::redo()
{
    describe(m_after);
}

void EditCommand::undo()
{
    describe(m_before);
}

/// A login or a checksum that the edit did not touch may have come with a link that was added since.
void EditCommand::describe(plan::Entry entry)
{
    if (isOver()) {
        setObsolete(true);
        return;
    }
    const plan::Entry *now = m_controller.entry(entry.id);
    const bool isSameLink = now != nullptr && m_before.url == m_after.url;
    if (isSameLink && m_before.userInfo == m_after.userInfo)
        entry.userInfo = now->userInfo;
    if (isSameLink && m_before.checksum == m_after.checksum)
        entry.checksum = now->checksum;
    m_controller.describe(entry);
}

bool EditCommand::isOver() const
{
    const record::TaskRecord *task = m_controller.taskOf(m_after.id);
    return task == nullptr || record::hasFile(task->state)
        || m_controller.isLinkOfAnother(m_before.id, m_before.url)
        || m_controller.isLinkOfAnother(m_after.id, m_after.url);
}

bool EditCommand::isReady() const
{
    return m_controller.canEdit(m_after.id);
}

TurnCommand::TurnCommand(DownloadController &controller, std::vector<int> chosen, Turns before,
                         Turns after, Wording wording)
    : ListCommand(std::move(wording))
    , m_controller(controller)
    , m_chosen(std::move(chosen))
    , m_before(std::move(before))
    , m_after(std::move(after))
{
    std::ranges::sort(m_chosen);
}

void TurnCommand::redo()
{
    m_controller.setTurns(m_after);
}

void TurnCommand::undo()
{
    m_controller.setTurns(m_before);
}

bool TurnCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const TurnCommand *>(other);
    if (next == nullptr || next->words() != words() || next->m_chosen != m_chosen)
        return false;
    QSet<int> known;
    for (const plan::EntryTurn &each : m_before)
        known.insert(each.id);
    std::ranges::copy_if(next->m_before, std::back_inserter(m_before),
                         [&known](const auto &each) { return !known.contains(each.id); });
    known.clear();
    for (const plan::EntryTurn &each : next->m_after)
        known.insert(each.id);
    std::erase_if(m_after, [&known](const auto &each) { return known.contains(each.id); });
    std::ranges::copy(next->m_after, std::back_inserter(m_after));
    return true;
}

} // namespace lapwing::ui
