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
        endPause(task);
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
    const TaskState state = ledger().at(index)->state;
    ActiveTask *task = m_tasks.find(index);
    if (task != nullptr && task->interruption == Interruption::Pause)
        task->interruption = Interruption::Resume; // its attempt is about to end
    if (state != TaskState::Paused && state != TaskState::Retrying)
        return;
    if (task != nullptr) {
        task->record.retryAt.reset();
        endPause(task);
    } else {
        setState(index, TaskState::Queued);
    }
    m_scheduler.unpark(index);
    noteHolds();
}

/// By the user. While the disk is full its time still does not count.
void TaskRunner::endPause(ActiveTask *task)
{
    task->record.state = TaskState::Queued;
    if (!m_dependencies.recorder->isDiskFull())
        task->endPause(now());
    keep(*task);
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
    record::TaskRecord record = ledger().at(index);
    if (!m_scheduler.isRunning()
        || (record.state != TaskState::Failed && record.state != TaskState::Cancelled))
        return;
    record.state = TaskState::Queued;
    record.failure.reset();
    record.retryAt.reset();
    if (record.start) // the time in between does not count
        record.pauses.push_back({record.end.value_or(now()), now()});
    record.end.reset();
    const bool hadBegun = record.start.has_value();
    m_dependencies.recorder->set(index, std::move(record));
    if (hadBegun && m_dependencies.recorder->isDiskFull())
        setState(index, TaskState::Paused);
    openServersOf(index);
    m_scheduler.add(index, Origin(entryAt(index).url));
    noteHolds();
}

/// It still waits in the queue, and its time counts again.
void TaskRunner::resumeQueued(int index)
{
    ActiveTask *task = m_tasks.find(index);
    if (task == nullptr) {
        setState(index, TaskState::Queued);
        return;
    }
    task->endPause(now());
    if (task->record.retryAt > now())
        task->record.state = TaskState::Retrying;
    keep(*task);
}

void TaskRunner::resumeAfterDiskFull()
{
    if (!m_dependencies.recorder->isDiskFull())
        return;
    m_dependencies.recorder->noteDiskFull(std::nullopt);
    for (int index = 0; index < ledger().size(); ++index) {
        if (record::isPaused(ledger().at(index)) && !m_scheduler.queue().isParked(index))
            resumeQueued(index);
    }
    m_scheduler.setSuspended(false);
    noteHolds();
}

} // namespace lapwing::engine
