// SPDX-License-Identifier: MIT
#include "demo/demoround.h"

namespace lapwing::demo {

using record::TaskState;

DemoRound::DemoRound(plan::Plan plan, Tell tell)
    : m_plan(std::move(plan))
    , m_tell(std::move(tell))
    , m_transport(std::make_shared<async::SteadyClock>())
    , m_recorder(m_plan, QDateTime::currentDateTime())
    , m_loop([this] { return m_transport.now(); },
             [this](record::Stamp since) {
                 if (m_tell.loopStalled)
                     m_tell.loopStalled(since);
             })
{
    for (int index = 0; index < m_recorder.ledger().size(); ++index) {
        const plan::Entry &entry = m_plan.entries[static_cast<std::size_t>(index)];
        m_guests.push_back({{index, m_recorder.ledger().at(index), engine::FetchRequest(entry),
                             std::make_unique<engine::DiscardingSink>(), engine::Places(entry)}});
    }
}

QCoro::Task<> DemoRound::wait(int index, std::stop_token stop)
{
    const bool isHere = co_await fetchDelivery(index, stop);
    if (isHere)
        collect(index);
}

QCoro::Task<bool> DemoRound::fetchDelivery(int index, std::stop_token stop)
{
    Guest *eater = &guest(index);
    engine::ActiveTask *task = &eater->task;
    const record::Stamp now = m_transport.now();
    task->begin(
        now, [this, index](const engine::FetchProgress &progress) { onProgress(index, progress); });
    task->beginAttempt();
    publish(index);
    note({DemoEvent::Kind::Ordered, task->record.name, now, {}});
    const engine::FetchResult result =
        co_await engine::fetch(&m_transport, task->request, task->sink.get(), stop);
    task->note(result);
    task->record.attempts.back().end = m_transport.now(); // the meal is no part of the download
    eater->proof = result.proof;
    if (result.attempt.failure)
        onFailed(index, *result.attempt.failure);
    co_return !result.attempt.failure;
}

void DemoRound::onProgress(int index, const engine::FetchProgress &progress)
{
    Guest &eater = guest(index);
    eater.task.note(progress);
    publish(index);
    if (progress.state != TaskState::Downloading || eater.delivered)
        return;
    eater.delivered = m_transport.now();
    note({DemoEvent::Kind::Delivered, eater.task.record.name, *eater.delivered, *eater.delivered});
}

void DemoRound::onFailed(int index, const record::Failure &failure)
{
    engine::ActiveTask &task = guest(index).task;
    const bool isStopped = failure.cause == record::Cause::Cancelled;
    task.record.failure = failure;
    task.end(isStopped ? TaskState::Cancelled : TaskState::Failed, m_transport.now());
    publish(index);
    if (isStopped)
        m_recorder.noteStopped();
    m_served.failure = failure;
}

void DemoRound::collect(int index)
{
    Guest &eater = guest(index);
    const record::Stamp now = m_transport.now();
    eater.task.end(eater.proof == engine::Proof::Proven ? TaskState::Done : TaskState::Unverified,
                   now);
    publish(index);
    note({DemoEvent::Kind::Collected, eater.task.record.name, now,
          eater.delivered.value_or(record::Stamp())});
}

void DemoRound::publish(int index)
{
    m_recorder.set(index, guest(index).task.record);
}

DemoResult DemoRound::served()
{
    m_served.elapsed = m_transport.now();
    m_served.loop = m_loop.loop();
    m_served.run.facts = m_recorder.facts(m_served.elapsed);
    m_served.run.facts.loop = m_served.loop;
    m_served.run.tasks = m_recorder.ledger().records();
    return std::move(m_served);
}

void DemoRound::note(DemoEvent event)
{
    if (m_tell.event)
        m_tell.event(event);
    m_served.events.push_back(std::move(event));
}

} // namespace lapwing::demo
