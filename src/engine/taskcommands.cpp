// SPDX-License-Identifier: MIT
// What a person wants of one task or the other while they run.
#include "engine/taskrunner.h"

#include <utility>

namespace lapwing::engine {

using record::Cause;
using record::TaskState;
using Wish = Errand::Wish;

/// Of one in flight. What is being committed is whole: that is not held up.
void TaskRunner::interrupt(int index, Wish wish)
{
    Errand *errand = m_errands.find(index);
    if (errand == nullptr || m_lanes.queue().holds(index)
        || errand->record.state == TaskState::Committing || errand->wish == Wish::Cancel)
        return;
    errand->wish = wish;
    errand->stop.request_stop();
}

/// The attempt ended, by itself or by that wish, and its task was to wait: what somebody wants of it counts.
QCoro::Task<Lanes::End> TaskRunner::honour(Errand *errand, End end)
{
    const Wish wish = std::exchange(errand->wish, Wish::None);
    if (wish == Wish::Cancel) {
        co_await cancelWaiting(errand);
        end.kind = End::Kind::Over;
    } else if (wish == Wish::Pause) {
        errand->pause(now());
        keep(*errand);
        end.kind = End::Kind::Parked;
    } else if (wish == Wish::Resume && errand->record.state == TaskState::Paused) {
        errand->goOn(now());
        keep(*errand);
    }
    co_return end;
}

void TaskRunner::pause(int index)
{
    Errand *errand = m_errands.find(index);
    if (!m_lanes.park(index)) {
        interrupt(index, Wish::Pause);
    } else if (errand != nullptr) {
        errand->pause(now());
        keep(*errand);
    } else {
        setState(index, TaskState::Paused);
    }
    noteHolds();
}

void TaskRunner::resume(int index)
{
    const TaskState state = m_means.logbook->ledger().at(index).state;
    Errand *errand = m_errands.find(index);
    if (errand != nullptr && errand->wish == Wish::Pause)
        errand->wish = Wish::Resume; // its attempt is about to end
    if (state != TaskState::Paused && state != TaskState::Retrying)
        return;
    if (errand != nullptr) {
        errand->goOn(now());
        errand->record.retryAt.reset();
        keep(*errand);
    } else {
        setState(index, TaskState::Queued);
    }
    m_lanes.unpark(index);
    noteHolds();
}

void TaskRunner::cancel(int index)
{
    Errand *errand = m_errands.find(index);
    if (!m_lanes.withdraw(index))
        interrupt(index, Wish::Cancel);
    else if (errand != nullptr)
        m_work.launch(cancelWaiting(errand));
    else
        setState(index, TaskState::Cancelled);
    noteHolds();
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
    record.retryAt.reset();
    if (record.start) // the time in between was the person's
        record.pauses.push_back({record.end.value_or(now()), now()});
    record.end.reset();
    m_means.logbook->set(index, std::move(record), now());
    const Origin server(entryAt(index).url);
    if (m_closed.open(server))
        m_silence.forget(server);
    m_lanes.add(index, server);
    noteHolds();
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
    noteHolds();
}

} // namespace lapwing::engine
