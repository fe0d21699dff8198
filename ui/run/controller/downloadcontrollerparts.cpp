// SPDX-License-Identifier: MIT
// Where the partial file of a download goes that is to have another name, folder or link.
#include "engine/disk/leftparts.h"
#include "plan/safefolder.h"
#include "run/controller/downloadcontroller.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

namespace lapwing::ui {
namespace {

/// So long at most a run waits for a disk to rename a file; then it begins without it, and it stays where it was.
constexpr std::chrono::seconds patienceForParts{3};

bool hasPart(const record::TaskRecord &task)
{
    return !task.startsAgain && !record::hasFile(task.state)
        && (!task.begunIn.isEmpty() || task.kept + task.bytes > 0);
}

/// What is there is of another link.
void forgetPart(record::TaskRecord &task)
{
    task.begunIn.clear();
    task.kept = 0;
    task.bytes = 0;
    task.size.reset();
    task.startsAgain = false;
}

} // namespace

struct DownloadController::MovingPart {
    int id = 0;                          ///< the entry's
    QUrl link;                           ///< the same; another entry may have it by then
    std::atomic<bool> isDecided = false; ///< see engine::movePart()
    bool isAwaited = false;              ///< the engine is held for it
};

LeftPart DownloadController::partOf(const plan::Entry &entry, const record::TaskRecord &task) const
{
    const QString begunIn = task.begunIn.isEmpty() ? partsFolder() : task.begunIn;
    return {entry.url, plan::pathFor(entry, begunIn), entry.name,
            begunIn,   task.kept + task.bytes,        task.size};
}

/// With another folder to where the next run saves, as the user wants it; with another name alone it stays where it is.
/// One that could not come along goes on where an edit leads back to it, as does one of another link.
/// `task` is what it was before, `record` what it is to be.
void DownloadController::movePart(const plan::Entry &before, const record::TaskRecord &task,
                                  const plan::Entry &after, record::TaskRecord &record)
{
    const bool isAny = hasPart(task);
    LeftPart from = partOf(before, task);
    const std::optional<LeftPart> left = m_partsLeft.take(after, record);
    const bool isOtherLink = before.url != after.url;
    if (isAny && (left || isOtherLink))
        m_partsLeft.add(after.id, from); // another one was begun since, or will be
    if (left) {
        from = *left;
    } else if (isOtherLink) {
        if (hasPart(record)) // else it tells what had come, of which nothing stayed
            forgetPart(record);
        return;
    }
    const bool isSameFolder = plan::pathFor(after, from.begunIn) == from.folder;
    if (!left && (!isAny || (isSameFolder && before.name == after.name)))
        return;
    record.begunIn = isSameFolder ? from.begunIn : m_folder;
    const engine::PartPlace to{record.begunIn, plan::folderFor(after, record.begunIn), after.name};
    const auto part = std::make_shared<MovingPart>();
    part->id = after.id;
    part->link = after.url;
    m_movingParts.push_back(part);
    m_parts.run(
        [from, to, part] { return engine::movePart(from.folder, part->link, to, part->isDecided); },
        [this, from, part](engine::PartMove moved) {
            endMove(part);
            if (moved == engine::PartMove::Failed)
                leavePart(part->id, from);
        });
}

/// What begins now is to find its part there. Where nothing does, nobody waits for the disk, however long it takes.
void DownloadController::awaitParts(const std::vector<plan::Entry> &entries)
{
    for (const std::shared_ptr<MovingPart> &part : m_movingParts) {
        const int id = m_listing.known().value(plan::normalised(part->link), part->id);
        const auto found = std::ranges::find(entries, id, &plan::Entry::id);
        if (found == entries.end() || std::exchange(part->isAwaited, true))
            continue;
        m_engine.hold();
        QTimer::singleShot(patienceForParts, this, [this, part] {
            part->isDecided = true;
            endMove(part);
        });
    }
}

/// It is there, or is waited for no longer.
void DownloadController::endMove(const std::shared_ptr<MovingPart> &part)
{
    if (std::erase(m_movingParts, part) > 0 && part->isAwaited)
        m_engine.release();
}

void DownloadController::leavePart(int id, const LeftPart &part)
{
    m_partsLeft.add(id, part);
    if (!m_edits.contains(id))
        discardPartsLeft(id);
    const record::TaskRecord *task = taskOf(id);
    if (task == nullptr || task->url != part.link)
        return;
    record::TaskRecord record = *task;
    const bool isFree = canEdit(id); // else a run has it, and tells by itself
    const bool isUndone =
        isFree && entry(id)->name == part.name && m_partsLeft.take(*entry(id), record);
    if (!isUndone) {
        Q_EMIT messageRaised(
            tr("The partial file of %1 could not be moved; the download starts over.")
                .arg(task->name));
        record.begunIn.clear();
        record.startsAgain = true;
    }
    if (isFree)
        replaceRecords({{}, {std::move(record)}});
}

void DownloadController::beginEdit(int id)
{
    ++m_edits[id].count;
}

/// It can be neither undone nor done again. After the last one, nothing leads back to what was left.
void DownloadController::endEdit(int id)
{
    if (--m_edits[id].count > 0)
        return;
    m_edits.remove(id);
    discardPartsLeft(id);
}

void DownloadController::discardPartsLeft(int id)
{
    std::vector<LeftPart> left = m_partsLeft.takeAll(id);
    std::erase_if(left, [this, id](const LeftPart &part) {
        const int owner = m_listing.known().value(part.link);
        if (owner != id)
            return owner != 0; // what is fetched again goes on from its part
        const record::TaskRecord &task = *taskOf(id);
        return hasPart(task) && part.folder == partOf(*entry(id), task).folder;
    });
    if (left.empty())
        return;
    m_parts.run(
        [left] {
            for (const LeftPart &part : left)
                engine::removeParts(part.folder, {part.link});
            return true;
        },
        [](bool) {});
}

/// They can no longer be edited.
void DownloadController::discardPartsOfFinished()
{
    const QList<int> ids = m_partsLeft.ids();
    for (const int id : ids) {
        const record::TaskRecord *task = taskOf(id);
        if (task != nullptr && record::hasFile(task->state))
            discardPartsLeft(id);
    }
}

} // namespace lapwing::ui
