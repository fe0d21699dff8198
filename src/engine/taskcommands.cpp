// SPDX-License-Identifier: MIT
// User commands on individual tasks while a run goes on.
#include "engine/taskrunner.h"

#include <utility>

namespace lapwing::engine {

using record::Cause;
using record::TaskState;
using Interruption = ActiveTask::Interruption;

/// Of one in flight. What is being committed is whole: that is not held up.
void TaskRunner::interrupt(int index, Interruption interruption)
{
    ActiveTask *task = m_tasks.find(index);
    if (task == nullptr || m_scheduler.queue().holds(index)
        || task->record.state == TaskState::Committing
        || task->interruption == Interruption::Cancel)
        return;
    task->interruption = interruption;
    task->stop.request_stop();
}

/// The attempt ended, by itself or by that wish, and its task was to wait: the user's command counts.
QCoro::Task<Scheduler::End> TaskRunner::honour(ActiveTask *task, End end)
{
    const Interruption interruption = std::exchange(task->interruption, Interruption::None);
    if (interruption == Interruption::Cancel) {
        co_await leaveWhatStays(task);
        co_await cancelQueued(task);
        end.kind = End::Kind::Over;
    } else if (interruption == Interruption::Pause) {
        task->pause(now());
        keep(*task);
        end.kind = End::Kind::Parked;
    } else if (interruption == Interruption::Resume && task->record.state == TaskState::Paused) {
        task->endPause(now());
        keep(*task);
    }
    co_return end;
}

void TaskRunner::pause(int index)
{
    ActiveTask *task = m_tasks.find(index);
    if (!m_scheduler.park(index)) {
        interrupt(index, Interruption::Pause);
    } else if (task != nullptr) {
        task->pause(now());
        keep(*task);
    } else {
        setState(index, TaskState::Paused);
    }
    noteHolds();
}

void TaskRunner::resume(int index)
{
    const TaskState state = m_dependencies.recorder->ledger().at(index).state;
    ActiveTask *task = m_tasks.find(index);
    if (task != nullptr && task->interruption == Interruption::Pause)
        task->interruption = Interruption::Resume; // its attempt is about to end
    if (state != TaskState::Paused && state != TaskState::Retrying)
        return;
    if (task != nullptr) {
        task->endPause(now());
        task->record.retryAt.reset();
        keep(*task);
    } else {
        setState(index, TaskState::Queued);
    }
    m_scheduler.unpark(index);
    noteHolds();
}

void TaskRunner::cancel(int index)
{
    ActiveTask *task = m_tasks.find(index);
    if (!m_scheduler.withdraw(index))
        interrupt(index, Interruption::Cancel);
    else if (task != nullptr)
        m_work.launch(cancelQueued(task));
    else
        setState(index, TaskState::Cancelled);
    noteHolds();
}

/// What stays of it was said when it went to the queue.
QCoro::Task<> TaskRunner::cancelQueued(ActiveTask *task)
{
    co_await task->sink->suspend();
    task->record.failure = make(Cause::Cancelled);
    finish(task, TaskState::Cancelled);
}

void TaskRunner::retry(int index)
{
    record::TaskRecord record = m_dependencies.recorder->ledger().at(index);
    if (!m_scheduler.isRunning()
        || (record.state != TaskState::Failed && record.state != TaskState::Cancelled))
        return;
    record.state = TaskState::Queued;
    record.failure.reset();
    record.retryAt.reset();
    if (record.start) // the time in between does not count
        record.pauses.push_back({record.end.value_or(now()), now()});
    record.end.reset();
    m_dependencies.recorder->set(index, std::move(record));
    openServersOf(index);
    m_scheduler.add(index, Origin(entryAt(index).url));
    noteHolds();
}

void TaskRunner::resumeAfterDiskFull()
{
    if (!m_dependencies.recorder->isDiskFull())
        return;
    m_dependencies.recorder->noteDiskFull(std::nullopt);
    for (ActiveTask *task : m_tasks.all()) {
        if (task->record.state != TaskState::Paused || m_scheduler.queue().isParked(task->index))
            continue;
        task->endPause(now());
        keep(*task);
    }
    m_scheduler.setSuspended(false);
    noteHolds();
}

} // namespace lapwing::engine
