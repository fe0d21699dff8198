// SPDX-License-Identifier: MIT
#include "run/engineworker.h"

#include "demo/server.h"
#include "engine/http/probe.h"
#include "engine/session.h"
#include "run/rundocument.h"
#include "trial/runschedule.h"

namespace lapwing::ui {
EngineWorker::EngineWorker() = default;
EngineWorker::~EngineWorker() = default;

void EngineWorker::run(plan::Plan plan)
{
    m_session = std::make_unique<engine::Session>(std::move(plan));
    connect(m_session.get(), &engine::Session::changed, this, &EngineWorker::changed);
    // Direct: a second thread tells it, and ours could not.
    connect(m_session.get(), &engine::Session::loopStalled, this, &EngineWorker::loopStalled,
            Qt::DirectConnection);
    // Queued: the session goes in end(), and must not do so inside its own signal.
    connect(m_session.get(), &engine::Session::finished, this, &EngineWorker::end,
            Qt::QueuedConnection);
    m_session->start();
}

void EngineWorker::measure(const plan::Plan &together)
{
    m_schedule = std::make_unique<trial::RunSchedule>(trial::RunSchedule::baseline(together));
    run(*m_schedule->next());
}

void EngineWorker::setAtOnce(int atOnce)
{
    if (m_session)
        m_session->setAtOnce(atOnce);
}

void EngineWorker::add(const std::vector<plan::Entry> &entries)
{
    if (m_session)
        m_session->add(entries);
}

void EngineWorker::setTurns(const std::vector<plan::EntryTurn> &turns)
{
    if (m_session)
        m_session->setTurns(turns);
}

void EngineWorker::requestStop()
{
    m_trialStop.request_stop();
    if (m_session)
        m_session->requestStop();
}

void EngineWorker::perform(TaskAction act, const QList<int> &ids)
{
    if (!m_session)
        return;
    switch (act) {
    case TaskAction::Pause:
        return m_session->pause(ids);
    case TaskAction::Resume:
        return m_session->resume(ids);
    case TaskAction::Cancel:
        return m_session->cancel(ids);
    case TaskAction::Retry: // each is passed over by the one that is not for it
        m_session->resume(ids);
        return m_session->retry(ids);
    }
}

void EngineWorker::resumeAfterDiskFull()
{
    if (m_session)
        m_session->resumeAfterDiskFull();
}

void EngineWorker::openDemo()
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

async::Scope &EngineWorker::scope()
{
    if (!m_scope)
        m_scope = std::make_unique<async::Scope>();
    return *m_scope;
}

void EngineWorker::askCost(plan::Plan plan, int edition)
{
    scope().launch(tellCost(std::move(plan), edition, scope().token()));
}

QCoro::Task<> EngineWorker::tellCost(plan::Plan plan, int edition, std::stop_token stop)
{
    const engine::Sizes sizes = co_await engine::askSizes(std::move(plan), stop);
    Q_EMIT costKnown(sizes, edition);
}

void EngineWorker::askLengths(plan::Plan plan)
{
    m_lengthsStop.request_stop();
    m_lengthsStop = std::stop_source();
    scope().launch(tellLengths(std::move(plan), m_lengthsStop.get_token()));
}

QCoro::Task<> EngineWorker::tellLengths(plan::Plan plan, std::stop_token stop)
{
    std::vector<QUrl> links;
    for (const plan::Entry &entry : plan.entries)
        links.push_back(entry.url);
    engine::TellLength tell = [this, links](std::size_t place, std::optional<qint64> length) {
        if (length)
            Q_EMIT lengthKnown(links[place], *length);
    };
    static_cast<void>(co_await engine::askLengths(std::move(plan), std::move(tell), stop));
}

void EngineWorker::startTrial(plan::Plan plan, TrialChoice choice)
{
    m_trialStop = std::stop_source();
    scope().launch(performTrial(std::move(plan), std::move(choice), m_trialStop.get_token()));
}

QCoro::Task<> EngineWorker::performTrial(plan::Plan plan, TrialChoice choice, std::stop_token stop)
{
    auto schedule = choice.isSweep ? trial::RunSchedule::sweep(plan, choice.levels, choice.rounds)
                                   : trial::RunSchedule::compare(plan, choice.rounds);
    TrialProgress progress;
    progress.choice = choice;
    progress.steps = schedule.steps();
    progress.isProbing = true;
    Q_EMIT trialMoved(progress);
    std::vector<record::Probe> probes = co_await engine::probeAll(plan, stop);
    progress.isProbing = false;
    while (const auto next = schedule.next()) {
        if (stop.stop_requested())
            break;
        Q_EMIT trialMoved(progress);
        record::Run run = co_await performRun(*next);
        TrialRun figures = figuresOf(run);
        figures.isKept = schedule.steps().front().isKept;
        schedule.ended(std::move(run));
        progress.take(figures, schedule);
    }
    const bool isStopped = stop.stop_requested() && schedule.endEarly();
    Q_EMIT trialEnded(documentOf(plan, schedule, std::move(probes)), isStopped);
}

QCoro::Task<record::Run> EngineWorker::performRun(plan::Plan plan)
{
    m_session = std::make_unique<engine::Session>(std::move(plan));
    connect(m_session.get(), &engine::Session::changed, this,
            [this, tally = RunTally()](const record::Batch &batch) mutable {
                tally.take(batch);
                Q_EMIT trialReceived(tally.sum());
            });
    record::Run run = co_await m_session->run();
    m_session.release()->deleteLater(); // see Session
    co_return run;
}

void EngineWorker::shutDown()
{
    m_leaving = true;
    scope().requestStop();
    m_lengthsStop.request_stop();
    requestStop();
    m_shutdown = std::make_unique<async::Scope>();
    m_shutdown->launch(endTrials());
}

QCoro::Task<> EngineWorker::endTrials()
{
    co_await m_scope->join();
    if (!m_session)
        announceIdle();
}

/// The server joins its connections on a running loop, which the thread has none of once it ends.
void EngineWorker::announceIdle()
{
    m_demo.reset();
    Q_EMIT idle();
}

void EngineWorker::end(const record::RunFacts &facts)
{
    m_session.release()->deleteLater(); // see Session
    m_schedule.reset();
    Q_EMIT finished(facts);
    if (m_leaving && m_scope->running() == 0)
        announceIdle();
}

} // namespace lapwing::ui
