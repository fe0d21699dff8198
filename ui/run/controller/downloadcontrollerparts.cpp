// SPDX-License-Identifier: MIT
// Where the partial file of a download goes that is to have another name or folder.
#include "engine/disk/leftparts.h"
#include "plan/safefolder.h"
#include "run/controller/downloadcontroller.h"

#include <chrono>
#include <memory>
#include <utility>

namespace lapwing::ui {
namespace {

/// So long a disk may take to rename a file before a run begins without it.
constexpr std::chrono::seconds patienceForParts{3};

bool hasPart(const record::TaskRecord &task)
{
    return !task.startsAgain && (!task.begunIn.isEmpty() || task.kept + task.bytes > 0);
}

} // namespace

/// With another folder to where the next run saves, as the user wants it; with another name alone it stays where it is.
void DownloadController::movePart(const plan::Entry &before, const plan::Entry &after,
                                  record::TaskRecord &record)
{
    if (!hasPart(record))
        return;
    const QString begunIn = record.begunIn.isEmpty() ? partsFolder() : record.begunIn;
    const QString from = plan::pathFor(before, begunIn);
    const bool isSameFolder = plan::pathFor(after, begunIn) == from;
    if (isSameFolder && before.name == after.name)
        return;
    record.begunIn = isSameFolder ? begunIn : m_folder;
    const engine::PartPlace to{record.begunIn, plan::folderFor(after, record.begunIn), after.name};
    m_engine.hold(); // a run that begins now is to find it there
    const auto release = [this, isHeld = std::make_shared<bool>(true)] {
        if (std::exchange(*isHeld, false))
            m_engine.release();
    };
    QTimer::singleShot(patienceForParts, this, release);
    m_tidying.run([from, link = after.url, to] { return engine::movePart(from, link, to); },
                  [this, release, id = after.id](engine::PartMove moved) {
                      release();
                      if (moved == engine::PartMove::Failed)
                          tellPartLeft(id);
                  });
}

void DownloadController::tellPartLeft(int id)
{
    const record::TaskRecord *task = taskOf(id);
    if (task == nullptr)
        return;
    Q_EMIT messageRaised(
        tr("The partial file of %1 could not be moved; the download starts over.").arg(task->name));
    if (!canEdit(id))
        return; // a run has it, and tells by itself
    record::TaskRecord record = *task;
    record.startsAgain = true;
    replaceRecords({{}, {std::move(record)}});
}

} // namespace lapwing::ui
