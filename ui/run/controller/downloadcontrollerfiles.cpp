// SPDX-License-Identifier: MIT
// What the workbench does with files that it has finished.
#include "measure/times.h"
#include "run/controller/downloadcontroller.h"
#include "run/controller/listcommands.h"
#include "summary/checkedtext.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace lapwing::ui {
namespace {

using record::Cause;
using record::TaskRecord;
using record::TaskState;
using Result = engine::Recheck::Result;

/// What a look at its file makes of a record; absent: nothing.
std::optional<TaskRecord> corrected(TaskRecord record, const engine::Recheck &found)
{
    switch (found.result) {
    case Result::Missing:
        record.state = TaskState::Failed;
        record.failure = record::make(Cause::FileMissing);
        record.path.clear();
        return record;
    case Result::Different:
        record.state = TaskState::Failed;
        record.failure = record::make(Cause::FileChanged, found.detail);
        return record;
    case Result::Modified: // nothing proves it any more
        record.state = TaskState::Unverified;
        return record;
    default:
        return std::nullopt;
    }
}

std::vector<int> idsOf(const std::vector<TrashedFile> &files)
{
    std::vector<int> ids;
    std::ranges::transform(files, std::back_inserter(ids), &TrashedFile::id);
    return ids;
}

/// Of `ids`, in the list and with a file.
std::vector<const TaskRecord *> finishedAmong(const std::vector<int> &ids,
                                              const record::Ledger &list)
{
    std::vector<const TaskRecord *> tasks;
    for (const int id : ids) {
        const int row = list.indexOf(id);
        if (row >= 0 && hasOpenFile(list.at(row)))
            tasks.push_back(&*list.at(row));
    }
    return tasks;
}

} // namespace

void DownloadController::check(const std::vector<int> &ids)
{
    std::vector<CheckedFile> files;
    for (const TaskRecord *task : finishedAmong(ids, m_tasks.ledger())) {
        const std::optional<qint64> size = task->nameTaken ? std::nullopt : measure::sizeOf(*task);
        files.push_back({task->id,
                         QFileInfo(task->path).fileName(),
                         {task->path, entry(task->id)->checksum, size}});
    }
    if (files.empty())
        return;
    Q_EMIT messageRaised(tr("Checking %Ln files…", nullptr, static_cast<int>(files.size())));
    m_checks.run(std::move(files));
}

void DownloadController::takeChecked(const std::vector<CheckedFile> &files)
{
    std::ranges::copy(files, std::back_inserter(m_checked));
    correctChecked();
    Q_EMIT messageRaised(checkedText(files));
}

/// Rows whose files are not what they were. While a run goes on their records are the engine's.
void DownloadController::correctChecked()
{
    if (m_checked.empty() || !isAtRest())
        return;
    record::Batch batch;
    for (const CheckedFile &file : std::exchange(m_checked, {})) {
        const std::vector<const TaskRecord *> task = finishedAmong({file.id}, m_tasks.ledger());
        if (task.empty() || task.front()->path != file.known.path)
            continue;
        if (auto record = corrected(*task.front(), file.found))
            batch.changed.push_back(std::move(*record));
    }
    if (!batch.changed.empty())
        replaceRecords(batch);
}

void DownloadController::moveToTrash(const std::vector<int> &ids)
{
    std::vector<TrashedFile> files;
    for (const TaskRecord *task : finishedAmong(ids, m_tasks.ledger())) {
        if (!task->nameTaken) // else it may be anybody's
            files.push_back({task->id, task->path});
    }
    if (!canRemove() || files.empty())
        return;
    m_tidying.run([files] { return ui::moveToTrash(files); },
                  [this](const std::vector<TrashedFile> &tried) { takeTrashed(tried); });
}

void DownloadController::takeTrashed(std::vector<TrashedFile> tried)
{
    const auto rowless = std::ranges::stable_partition(
        tried, [this](const TrashedFile &file) { return entry(file.id) != nullptr; });
    std::ranges::copy_if(rowless, std::back_inserter(m_trashedRowless), &TrashedFile::isMoved);
    tried.erase(rowless.begin(), rowless.end());
    const auto stayed = std::ranges::stable_partition(tried, &TrashedFile::isMoved);
    const auto count = static_cast<int>(stayed.size());
    const QString complaint = count == 0
        ? QString()
        : tr("%Ln files could not be moved to the trash, and stay in the list.", nullptr, count);
    tried.erase(stayed.begin(), stayed.end());
    if (!canRemove()) { // another activity came in between, which wants its rows
        restoreFromTrash(std::move(tried));
        return;
    }
    const int moved = static_cast<int>(tried.size());
    if (moved == 0) {
        if (!complaint.isEmpty())
            Q_EMIT messageRaised(complaint);
        return;
    }
    push(new TrashCommand(*this, idsOf(tried), tried,
                          [moved] { return tr("Move %Ln files to the trash", nullptr, moved); }));
    const QString told = tr("%Ln files moved to the trash.", nullptr, moved);
    Q_EMIT undoOffered(complaint.isEmpty() ? told : tr("%1 %2").arg(told, complaint));
}

/// What was taken off the list while its file was on the way to the trash is back: so is the file, then.
void DownloadController::restoreWithRows()
{
    const auto back = std::ranges::stable_partition(
        m_trashedRowless, [this](const TrashedFile &file) { return entry(file.id) == nullptr; });
    std::vector<TrashedFile> files(back.begin(), back.end());
    m_trashedRowless.erase(back.begin(), back.end());
    if (!files.empty())
        restoreFromTrash(std::move(files));
}

void DownloadController::restoreFromTrash(std::vector<TrashedFile> files)
{
    m_tidying.run([files = std::move(files)] { return takeFromTrash(files); },
                  [this](const std::vector<TrashedFile> &lost) {
                      std::vector<CheckedFile> missing;
                      for (const TrashedFile &file : lost)
                          missing.push_back({file.id,
                                             QFileInfo(file.path).fileName(),
                                             {file.path, {}, {}},
                                             {Result::Missing, {}}});
                      if (!missing.empty())
                          takeChecked(missing);
                  });
}

} // namespace lapwing::ui
