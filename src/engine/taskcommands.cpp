// SPDX-License-Identifier: MIT
// What a person wants of one task or the other while they run.
#include "engine/taskrunner.h"

namespace lapwing::engine {

using record::Cause;
using record::TaskState;
using Wish = Errand::Wish;

void TaskRunner::interrupt(int index, Wish wish)
{
    Errand *errand = m_errands.find(index);
    const TaskState state = m_means.logbook->ledger().at(index).state;
    if (errand == nullptr || (state != TaskState::Waiting && state != TaskState::Downloading))
        return;
    errand->wish = wish;
    errand->stop.request_stop();
}

void TaskRunner::pause(int index)
{
    Errand *errand = m_errands.find(index);
    if (!m_lanes.park(index, originOf(index))) {
        interrupt(index, Wish::Pause);
    } else if (errand != nullptr) {
        errand->pause(now());
        keep(*errand);
    } else {
        setState(index, TaskState::Paused);
    }
}

void TaskRunner::resume(int index)
{
    const TaskState state = m_means.logbook->ledger().at(index).state;
    if (state != TaskState::Paused && state != TaskState::Retrying)
        return;
    if (Errand *errand = m_errands.find(index)) {
        errand->goOn(now());
        errand->record.retryAt.reset();
        keep(*errand);
    } else {
        setState(index, TaskState::Queued);
    }
    m_lanes.unpark(index, originOf(index));
}

void TaskRunner::cancel(int index)
{
    Errand *errand = m_errands.find(index);
    if (!m_lanes.withdraw(index, originOf(index)))
        interrupt(index, Wish::Cancel);
    else if (errand != nullptr)
        m_work.launch(cancelWaiting(errand));
    else
        setState(index, TaskState::Cancelled);
}

QCoro::Task<> TaskRunner::cancelWaiting(Errand *errand)
{
    co_await leaveNothing(errand);
    errand->record.failure = make(Cause::Cancelled);
    finish(errand, TaskState::Cancelled);
}

void TaskRunner::retry(int index)
{
    record::TaskRecord record = m_means.logbook->ledger().at(index);
    if (!m_lanes.isRunning()
        || (record.state != TaskState::Failed && record.state != TaskState::Cancelled))
        return;
    record.state = TaskState::Queued;
    record.failure.reset();
    if (record.start) // the time in between was the person's
        record.pauses.push_back({record.end.value_or(now()), now()});
    record.end.reset();
    m_means.logbook->set(index, std::move(record), now());
    m_lanes.add(index, originOf(index));
}

void TaskRunner::goOn()
{
    if (!m_means.logbook->isDiskFull())
        return;
    m_means.logbook->noteDiskFull(std::nullopt);
    for (Errand *errand : m_errands.all()) {
        if (errand->record.state != TaskState::Paused || m_lanes.queue().isParked(errand->index))
            continue;
        errand->goOn(now());
        keep(*errand);
    }
    m_lanes.setStandingStill(false);
}

} // namespace lapwing::engine
