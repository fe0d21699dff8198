// SPDX-License-Identifier: MIT
#include "demo/round.h"

namespace lapwing::demo {

using record::TaskState;

Round::Round(plan::Plan plan, Tell tell)
    : m_plan(std::move(plan))
    , m_tell(std::move(tell))
    , m_transport(std::make_shared<async::SteadyClock>())
    , m_logbook(m_plan, QDateTime::currentDateTime())
    , m_loop([this] { return m_transport.now(); },
             [this](record::Stamp since) {
                 if (m_tell.stoodStill)
                     m_tell.stoodStill(since);
             })
{
    for (int index = 0; index < m_logbook.ledger().size(); ++index)
        m_guests.push_back({{index, m_logbook.ledger().at(index),
                             engine::FetchRequest(m_plan.entries[static_cast<std::size_t>(index)]),
                             std::make_unique<engine::DiscardingSink>()}});
}

QCoro::Task<> Round::eat(int index, std::stop_token stop)
{
    const bool isHere = co_await fetchMeal(index, stop);
    if (isHere)
        collect(index);
}

QCoro::Task<bool> Round::fetchMeal(int index, std::stop_token stop)
{
    Guest *eater = &guest(index);
    engine::Errand *errand = &eater->errand;
    const record::Stamp now = m_transport.now();
    errand->begin(now, [this, index](const engine::Progress &progress) { hear(index, progress); });
    errand->beginAttempt();
    keep(index);
    note({Event::Kind::Ordered, errand->record.name, now, {}});
    const engine::FetchResult result =
        co_await engine::fetch(&m_transport, errand->request, errand->sink.get(), stop);
    errand->note(result);
    errand->record.attempts.back().end = m_transport.now(); // the meal is no part of the download
    eater->proof = result.proof;
    if (result.attempt.failure)
        leave(index, *result.attempt.failure);
    co_return !result.attempt.failure;
}

void Round::hear(int index, const engine::Progress &progress)
{
    Guest &eater = guest(index);
    eater.errand.note(progress);
    keep(index);
    if (progress.state != TaskState::Downloading || eater.delivered)
        return;
    eater.delivered = m_transport.now();
    note({Event::Kind::Delivered, eater.errand.record.name, *eater.delivered, *eater.delivered});
}

void Round::leave(int index, const record::Failure &failure)
{
    engine::Errand &errand = guest(index).errand;
    const bool isStopped = failure.cause == record::Cause::Cancelled;
    errand.record.failure = failure;
    errand.end(isStopped ? TaskState::Cancelled : TaskState::Failed, m_transport.now());
    keep(index);
    if (isStopped)
        m_logbook.noteStopped();
    m_served.failure = failure;
}

void Round::collect(int index)
{
    Guest &eater = guest(index);
    const record::Stamp now = m_transport.now();
    eater.errand.end(eater.proof == engine::Proof::Proven ? TaskState::Done : TaskState::Unverified,
                     now);
    keep(index);
    note({Event::Kind::Collected, eater.errand.record.name, now,
          eater.delivered.value_or(record::Stamp())});
}

void Round::keep(int index)
{
    m_logbook.set(index, guest(index).errand.record, m_transport.now());
}

Served Round::served()
{
    m_served.elapsed = m_transport.now();
    m_served.loop = m_loop.loop();
    m_served.run.facts = m_logbook.facts(m_served.elapsed);
    m_served.run.facts.loop = m_served.loop;
    m_served.run.tasks = m_logbook.ledger().records();
    return std::move(m_served);
}

void Round::note(Event event)
{
    if (m_tell.event)
        m_tell.event(event);
    m_served.events.push_back(std::move(event));
}

} // namespace lapwing::demo
