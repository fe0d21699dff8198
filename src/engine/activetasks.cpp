// SPDX-License-Identifier: MIT
#include "engine/activetasks.h"

#include "engine/disk/checkedrecord.h"

namespace lapwing::engine {

ActiveTasks::ActiveTasks(const plan::Plan *plan, Folder *folder, const RunRecorder *recorder)
    : m_plan(plan), m_folder(folder), m_recorder(recorder)
{
    planGrew();
}

void ActiveTasks::planGrew()
{
    while (m_names.size() < static_cast<qsizetype>(m_plan->entries.size()))
        m_names << m_distinct.take(entryAt(static_cast<int>(m_names.size())).name);
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
        ActiveTask{index, m_recorder->ledger().at(index), FetchRequest(entry), sinkFor(index)});
    if (task->record
            .start) // it is tried again in this run: what came of it is not an earlier run's
        task->before = task->record.kept;
    if (const std::optional<Finished> finished = finishedFileOf(entry))
        task->request.finished = finished->provenance.source;
    return m_tasks.emplace(index, std::move(task)).first->second.get();
}

std::vector<ActiveTask *> ActiveTasks::all() const
{
    std::vector<ActiveTask *> all;
    for (const auto &[index, task] : m_tasks)
        all.push_back(task.get());
    return all;
}

std::unique_ptr<Sink> ActiveTasks::sinkFor(int index) const
{
    const plan::Entry &entry = entryAt(index);
    if (m_folder == nullptr)
        return std::make_unique<DiscardingSink>(entry.checksum);
    return m_folder->sinkFor({m_names.at(index), digestOf(entry.url), entry.checksum});
}

std::optional<Finished> ActiveTasks::finishedFileOf(const plan::Entry &entry) const
{
    if (m_folder == nullptr)
        return std::nullopt;
    const auto finished = m_folder->inventory().finished(digestOf(entry.url));
    if (!finished)
        return std::nullopt;
    const Provenance &provenance = finished->provenance;
    const bool isChecked = !entry.checksum || provenance.checksum == plan::textOf(*entry.checksum);
    const bool isProven = provenance.proof == Proof::Proven || !m_plan->requireProof;
    return isChecked && isProven ? finished : std::nullopt;
}

QString ActiveTasks::skippedFor(const ActiveTask &task) const
{
    const QString &name = m_names.at(task.index);
    const bool isThere = m_folder != nullptr && !task.request.finished
        && m_plan->destination.conflict == plan::Conflict::Skip
        && m_folder->inventory().holds(name);
    return isThere ? name : QString();
}

bool ActiveTasks::isBarred(const ActiveTask &task) const
{
    return m_folder != nullptr && m_plan->destination.conflict == plan::Conflict::Replace
        && m_folder->inventory().isFolder(m_names.at(task.index));
}

} // namespace lapwing::engine
