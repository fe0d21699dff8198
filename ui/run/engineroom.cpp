// SPDX-License-Identifier: MIT
#include "run/engineroom.h"

#include "demo/server.h"
#include "engine/http/probe.h"
#include "engine/session.h"
#include "run/rundocument.h"
#include "trial/agenda.h"

namespace lapwing::ui {
EngineRoom::EngineRoom() = default;
EngineRoom::~EngineRoom() = default;

void EngineRoom::run(plan::Plan plan)
{
    m_session = std::make_unique<engine::Session>(std::move(plan));
    connect(m_session.get(), &engine::Session::changed, this, &EngineRoom::changed);
    // Direct: a second thread tells it, and ours could not.
    connect(m_session.get(), &engine::Session::stoodStill, this, &EngineRoom::stoodStill,
            Qt::DirectConnection);
    // Queued: the session goes in end(), and must not do so inside its own signal.
    connect(m_session.get(), &engine::Session::finished, this, &EngineRoom::end,
            Qt::QueuedConnection);
    m_session->start();
}

void EngineRoom::measure(const plan::Plan &together)
{
    m_agenda = std::make_unique<trial::Agenda>(trial::Agenda::baseline(together));
    run(*m_agenda->next());
}

void EngineRoom::setAtOnce(int atOnce)
{
    if (m_session)
        m_session->setAtOnce(atOnce);
}

void EngineRoom::requestStop()
{
    m_trialStop.request_stop();
    if (m_session)
        m_session->requestStop();
}

void EngineRoom::perform(Act act, const QList<int> &ids)
{
    if (!m_session)
        return;
    switch (act) {
    case Act::Pause:
        return m_session->pause(ids);
    case Act::Resume:
        return m_session->resume(ids);
    case Act::Cancel:
        return m_session->cancel(ids);
    case Act::Retry: // each is passed over by the one that is not for it
        m_session->resume(ids);
        return m_session->retry(ids);
    }
}

void EngineRoom::goOn()
{
    if (m_session)
        m_session->goOn();
}

void EngineRoom::openDemo()
{
    if (!m_demo) {
        auto server = std::make_unique<demo::Server>();
        if (!server->listen()) {
            Q_EMIT demoFailed(server->errorString());
            return;
        }
        m_demo = std::move(server);
    }
    Q_EMIT demoOpened(m_demo->address());
}

async::Scope &EngineRoom::scope()
{
    if (!m_scope)
        m_scope = std::make_unique<async::Scope>();
    return *m_scope;
}

void EngineRoom::askCost(plan::Plan plan, int edition)
{
    scope().launch(tellCost(std::move(plan), edition, scope().token()));
}

QCoro::Task<> EngineRoom::tellCost(plan::Plan plan, int edition, std::stop_token stop)
{
    const engine::Sizes sizes = co_await engine::askSizes(std::move(plan), stop);
    Q_EMIT costKnown(sizes, edition);
}

void EngineRoom::startTrial(plan::Plan plan, TrialChoice choice)
{
    m_trialStop = std::stop_source();
    scope().launch(performTrial(std::move(plan), std::move(choice), m_trialStop.get_token()));
}

QCoro::Task<> EngineRoom::performTrial(plan::Plan plan, TrialChoice choice, std::stop_token stop)
{
    auto agenda = choice.isSweep ? trial::Agenda::sweep(plan, choice.levels, choice.rounds)
                                 : trial::Agenda::compare(plan, choice.rounds);
    const int all = agenda.left();
    int done = 0;
    Q_EMIT trialMoved({done, all, 0});
    std::vector<record::Probe> probes = co_await engine::probeAll(plan, stop);
    while (const auto next = agenda.next()) {
        if (stop.stop_requested())
            break;
        Q_EMIT trialMoved({done, all, next->atOnce});
        record::Run run = co_await performRun(*next);
        agenda.ended(std::move(run));
        ++done;
    }
    Q_EMIT trialMoved({done, all, 0});
    Q_EMIT trialEnded(documentOf(plan, agenda, std::move(probes)));
}

QCoro::Task<record::Run> EngineRoom::performRun(plan::Plan plan)
{
    m_session = std::make_unique<engine::Session>(std::move(plan));
    record::Run run = co_await m_session->run();
    m_session.release()->deleteLater(); // see Session
    co_return run;
}

void EngineRoom::leave()
{
    m_leaving = true;
    scope().requestStop();
    requestStop();
    m_farewell = std::make_unique<async::Scope>();
    m_farewell->launch(endTrials());
}

QCoro::Task<> EngineRoom::endTrials()
{
    co_await m_scope->join();
    if (!m_session)
        sayFarewell();
}

/// The server joins its connections on a running loop, which the thread has none of once it ends.
void EngineRoom::sayFarewell()
{
    m_demo.reset();
    Q_EMIT emptied();
}

void EngineRoom::end(const record::RunFacts &facts)
{
    m_session.release()->deleteLater(); // see Session
    m_agenda.reset();
    Q_EMIT finished(facts);
    if (m_leaving && m_scope->running() == 0)
        sayFarewell();
}

} // namespace lapwing::ui
