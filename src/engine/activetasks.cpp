// SPDX-License-Identifier: MIT
#include "engine/activetasks.h"

#include "engine/disk/checkedrecord.h"
#include "plan/safefolder.h"

namespace lapwing::engine {
namespace {

QString begunInOf(const plan::Entry &entry, const plan::Destination &destination)
{
    return entry.extras && destination.keepFiles ? entry.extras->begunIn : QString();
}

} // namespace

ActiveTasks::ActiveTasks(const plan::Plan *plan, Folder *folder, const RunRecorder *recorder)
    : m_plan(plan), m_folder(folder), m_recorder(recorder)
{
    planGrew();
}

void ActiveTasks::planGrew()
{
    while (m_names.size() < static_cast<qsizetype>(m_plan->entries.size())) {
        const plan::Entry &entry = entryAt(static_cast<int>(m_names.size()));
        const plan::Destination &destination = m_plan->destination;
        const QString begunIn = begunInOf(entry, destination);
        const QString way =
            begunIn + plan::folderFor(entry, destination.folder, destination.keepFiles);
        m_names << m_distinct[way].take(entry.name);
    }
}

ActiveTask *ActiveTasks::find(int index) const
{
    const auto found = m_tasks.find(index);
    return found == m_tasks.end() ? nullptr : found->second.get();
}

ActiveTask *ActiveTasks::at(int index)
{
    if (ActiveTask *task = find(index))
        return task;
    const plan::Entry &entry = entryAt(index);
    auto task = std::make_unique<ActiveTask>(
        ActiveTask{index, m_recorder->ledger().at(index), FetchRequest(entry),
                   std::make_unique<DiscardingSink>(entry.checksum), Places(entry)});
    if (task->record
            .start) // it is tried again in this run: what came of it is not an earlier run's
        task->before = task->record.kept;
    const bool hasOwnFolder =
        entry.extras && (!entry.extras->folder.isEmpty() || !entry.extras->begunIn.isEmpty());
    if (m_folder != nullptr && !hasOwnFolder)
        settleIn(task.get(), m_folder, m_plan->destination.folder);
    return m_tasks.emplace(index, std::move(task)).first->second.get();
}

tl::expected<QString, record::Failure> ActiveTasks::wayOf(const ActiveTask &task) const
{
    const plan::Destination &destination = m_plan->destination;
    const plan::Entry &entry = task.request.entry;
    const auto way = plan::wayFor(entry, destination.folder, destination.keepFiles);
    if (!way)
        return tl::unexpected(make(record::Cause::FolderOutside, entry.extras->folder));
    return *way;
}

QString ActiveTasks::begunIn(const ActiveTask &task) const
{
    return begunInOf(task.request.entry, m_plan->destination);
}

QString ActiveTasks::wayFromBegun(const ActiveTask &task) const
{
    return plan::folderFor(task.request.entry, begunIn(task));
}

bool ActiveTasks::isBegunIn(const Folder &folder, const ActiveTask &task) const
{
    const QByteArray entry = digestOf(task.request.entry.url);
    return !folder.inventory().partsOf(entry).isEmpty() || folder.inventory().finished(entry);
}

void ActiveTasks::settleIn(ActiveTask *task, Folder *folder, const QString &chosen) const
{
    const plan::Entry &entry = task->request.entry;
    task->folder = folder;
    if (m_plan->destination.keepFiles)
        task->chosen = chosen;
    if (isBegunIn(*folder, *task))
        task->record.begunIn = task->chosen;
    task->sink = folder->sinkFor({m_names.at(task->index), digestOf(entry.url), entry.checksum,
                                  true, conflictFor(*task), task->request.terms.keepsServerTime});
    if (const std::optional<Finished> finished = finishedFileOf(*task))
        task->request.finished = finished->provenance.source;
}

QCoro::Task<> ActiveTasks::lookAgain(ActiveTask *task) const
{
    if (const std::optional<Finished> finished = finishedFileOf(*task)) {
        co_await task->folder->lookAgain(*finished);
        if (!finishedFileOf(*task))
            task->request.finished.reset();
    }
    const QString skipped = skippedFor(*task);
    if (!skipped.isEmpty())
        co_await task->folder->lookAgain(skipped);
    task->request.named.reset();
    const QString name = m_names.at(task->index);
    if (wantsNewer(*task))
        task->request.named = co_await task->folder->fileNamed(name);
}

/// Where nothing tells more than the time of the file that has the name. Beside a file of aria2's own it is a part.
bool ActiveTasks::wantsNewer(const ActiveTask &task) const
{
    const plan::Entry &entry = task.request.entry;
    if (!task.request.terms.wantsNewer || task.folder == nullptr || task.request.finished
        || entry.checksum || entry.extras->size || m_plan->requireProof)
        return false;
    const ExistingFiles &there = task.folder->inventory();
    const QString &name = m_names.at(task.index);
    return there.holds(name) && !there.holds(name + QStringLiteral(".aria2"));
}

plan::Conflict ActiveTasks::conflictFor(const ActiveTask &task) const
{
    return plan::conflictFor(m_plan->destination.conflict, task.request.terms);
}

std::vector<ActiveTask *> ActiveTasks::all() const
{
    std::vector<ActiveTask *> all;
    for (const auto &[index, task] : m_tasks)
        all.push_back(task.get());
    return all;
}

std::optional<Finished> ActiveTasks::finishedFileOf(const ActiveTask &task) const
{
    if (task.folder == nullptr)
        return std::nullopt;
    const plan::Entry &entry = task.request.entry;
    const auto finished = task.folder->inventory().finished(digestOf(entry.url));
    if (!finished)
        return std::nullopt;
    const Provenance &provenance = finished->provenance;
    const bool isChecked = !entry.checksum || provenance.checksum == plan::textOf(*entry.checksum);
    const bool isProven = provenance.proof == Proof::Proven || !m_plan->requireProof;
    const bool isAsLarge = !entry.extras
        || provenance.source.total == entry.extras->size.value_or(provenance.source.total);
    return isChecked && isProven && isAsLarge ? finished : std::nullopt;
}

std::optional<Finished> ActiveTasks::provenFileOf(const ActiveTask &task) const
{
    const plan::Entry &entry = task.request.entry;
    const std::optional<Finished> finished = entry.checksum ? finishedFileOf(task) : std::nullopt;
    const bool isFromLink =
        finished && finished->provenance.source.senderDigest == senderDigestOf(entry.url);
    return isFromLink ? std::nullopt : finished;
}

QString ActiveTasks::skippedFor(const ActiveTask &task) const
{
    const QString &name = m_names.at(task.index);
    const bool isThere = task.folder != nullptr && !task.request.finished
        && conflictFor(task) == plan::Conflict::Skip && task.folder->inventory().holds(name);
    return isThere ? name : QString();
}

bool ActiveTasks::isBarred(const ActiveTask &task) const
{
    return task.folder != nullptr && conflictFor(task) == plan::Conflict::Replace
        && task.folder->inventory().isFolder(m_names.at(task.index));
}

} // namespace lapwing::engine
