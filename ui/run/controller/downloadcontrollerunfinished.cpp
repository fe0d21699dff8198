// SPDX-License-Identifier: MIT
// What the workbench shows and keeps of downloads that are not finished: when they begin again, and when the user leaves.
#include "list/keptpart.h"
#include "run/controller/downloadcontroller.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {

using record::TaskRecord;
using record::TaskState;

void DownloadController::leave()
{
    m_hasLeft = true;
    m_startsWhenFree = false;
    m_awaitsDemo = false;
    if (m_startsNextRun) // they wait for the user now, as what joined the run does
        setState(std::exchange(m_nextRun, {}), TaskState::Queued, TaskState::Paused);
    if (m_activity == Activity::Running && m_left.isEmpty()) // else the user had stopped it before
        m_isLeaving = true;
    stop();
}

/// Of the run that goes on, whatever has no file: also what it had not come to, and what was just asked for again.
void DownloadController::noteLeft()
{
    if (m_activity != Activity::Running)
        return;
    for (const TaskRecord &task : m_together->tasks) {
        if (!record::hasFile(task.state))
            m_left.insert(task.id);
    }
}

/// What was cancelled while the run that was stopped came to its end: the engine had done with it before.
std::vector<int> DownloadController::takeCancelledLate()
{
    std::vector<int> late;
    for (const int id : std::exchange(m_left, {})) {
        if (m_cancelledBy.contains(id))
            late.push_back(id);
    }
    return late;
}

bool DownloadController::isLeft(int id) const
{
    return m_left.contains(id) && !m_cancelledBy.contains(id);
}

/// What the engine tells of a download, as it is shown and kept; absent: just so.
std::optional<TaskRecord> DownloadController::asShown(const TaskRecord &told, bool isStopped) const
{
    const bool isCutOff = told.state == TaskState::Cancelled && isStopped;
    const int row = m_tasks.ledger().indexOf(told.id);
    std::optional<TaskRecord> shown;
    if (row >= 0 && (isCutOff || !record::isEnd(told.state)))
        shown = withKeptPart(told, m_tasks.ledger().at(row));
    if (!isCutOff || !isLeft(told.id))
        return shown;
    if (!shown)
        shown = told;
    shown->state = TaskState::Paused; // the stop was no cancel of the user's
    shown->heldByStop = !m_isLeaving;
    shown->failure.reset();
    return shown;
}

std::optional<record::Batch> DownloadController::asShown(const record::Batch &told) const
{
    std::optional<record::Batch> batch;
    if (m_activity != Activity::Running)
        return batch;
    for (std::size_t place = 0; place < told.changed.size(); ++place) {
        std::optional<TaskRecord> shown = asShown(told.changed[place], told.facts.stopped);
        if (!shown)
            continue;
        if (!batch)
            batch = told;
        batch->changed[place] = std::move(*shown);
    }
    return batch;
}

/// The run that has ended because the user left is as one that was cut off: what it had not come to is unfinished too.
void DownloadController::pauseLeft()
{
    if (!m_isLeaving || !m_together)
        return;
    m_joining.clear(); // they are of this run, and no other follows
    record::Run &run = m_together.edit();
    run.facts.stopped = false;
    record::Batch batch;
    for (record::SharedRecord &task : run.tasks) {
        if (!isLeft(task->id) || task->state != TaskState::Queued)
            continue;
        task.edit().state = TaskState::Paused;
        batch.changed.push_back(task);
    }
    m_tasks.apply(batch);
    keep({store::PutRecords{std::move(batch.changed)}});
}

/// Of these, which begin: with what is there of their files.
std::vector<record::SharedRecord> DownloadController::rowsOf(
    const std::vector<plan::Entry> &entries) const
{
    std::vector<record::SharedRecord> records;
    records.reserve(entries.size());
    for (const plan::Entry &entry : entries) {
        const int row = m_tasks.ledger().indexOf(entry.id);
        records.push_back(row >= 0 ? m_tasks.ledger().at(row)
                                   : record::SharedRecord(record::queued(entry)));
    }
    return records;
}

} // namespace lapwing::ui
