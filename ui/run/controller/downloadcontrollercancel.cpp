// SPDX-License-Identifier: MIT
// How downloads are cancelled, how that is taken back, and what goes once it can no longer be.
#include "run/controller/downloadcontroller.h"
#include "run/runqueries.h"

namespace lapwing::ui {

using record::TaskState;

void DownloadController::cancel(const std::vector<int> &ids, const QUndoCommand *by)
{
    for (const int id : ids)
        m_cancelledBy.insert(id, by);
    if (m_activity != Activity::Running) {
        setState(ids, TaskState::Paused, TaskState::Cancelled);
        return;
    }
    for (const int id : ids)
        m_restarts.remove(id);
    tellEngine(TaskAction::Cancel, allowed(TaskAction::Cancel, ids));
}

QSet<int> DownloadController::pausedAmong(const std::vector<int> &ids) const
{
    QSet<int> paused;
    for (const int id : ids) {
        const int row = m_tasks.ledger().indexOf(id);
        if (row >= 0 && m_tasks.ledger().at(row)->state == TaskState::Paused)
            paused.insert(id);
    }
    return paused;
}

/// What is not in the run that goes on waits, as at rest.
void DownloadController::takeBackCancel(std::vector<int> ids, const QSet<int> &paused)
{
    if (m_activity == Activity::Running) {
        restart(ids, paused);
        std::erase_if(ids, [this](int id) { return taskIn(*m_together, id) != nullptr; });
    }
    setState(ids, TaskState::Cancelled, TaskState::Paused);
}

/// In the run that goes on: at once, or when the engine has ended them.
void DownloadController::restart(const std::vector<int> &ids, const QSet<int> &paused)
{
    std::vector<int> now;
    for (const int id : ids) {
        const record::TaskRecord *task = taskIn(*m_together, id);
        if (task == nullptr || record::hasFile(task->state))
            continue;
        m_cancelledBy.remove(id);
        const bool hasEnded = task->state == TaskState::Cancelled;
        m_restarts.add(id, hasEnded, paused.contains(id));
        if (hasEnded)
            now.push_back(id);
    }
    tellRestart(now);
}

void DownloadController::tellRestart(const std::vector<int> &ids)
{
    if (ids.empty())
        return;
    const std::vector<int> paused = m_restarts.pausedOf(ids);
    m_engine.tell([all = QList<int>(ids.begin(), ids.end()),
                   pause = QList<int>(paused.begin(), paused.end())](EngineWorker &worker) {
        worker.perform(TaskAction::Retry, all);
        worker.perform(TaskAction::Pause, pause); // together: no lane takes one in between
    });
}

/// They begin anew: what comes of them is no longer of a download that was cancelled.
void DownloadController::forgetCancels(const std::vector<plan::Entry> &entries)
{
    if (m_cancelledBy.isEmpty())
        return;
    for (const plan::Entry &entry : entries)
        m_cancelledBy.remove(entry.id);
}

void DownloadController::discardCancelled(const QString &folder, const std::vector<int> &ids,
                                          const QUndoCommand *by)
{
    std::vector<plan::Entry> cancelled;
    std::vector<QString> begunIn;
    for (const int id : ids) {
        const plan::Entry *still = entry(id);
        if (still == nullptr || m_cancelledBy.value(id) != by)
            continue;
        m_cancelledBy.remove(id);
        const record::TaskRecord &task = *taskOf(id);
        if (task.state != TaskState::Cancelled)
            continue;
        cancelled.push_back(*still);
        begunIn.push_back(task.begunIn);
    }
    if (!m_isDemo)
        discardParts(folder, cancelled, begunIn);
}

} // namespace lapwing::ui
