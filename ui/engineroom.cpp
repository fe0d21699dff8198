// SPDX-License-Identifier: MIT
#include "engineroom.h"

#include "demo/server.h"
#include "engine/session.h"
#include "trial/baseline.h"

namespace lapwing::ui {

EngineRoom::EngineRoom() = default;
EngineRoom::~EngineRoom() = default;

void EngineRoom::run(plan::Plan plan)
{
    m_session = std::make_unique<engine::Session>(std::move(plan));
    connect(m_session.get(), &engine::Session::changed, this, &EngineRoom::changed);
    // Queued: the session goes in end(), and must not do so inside its own signal.
    connect(m_session.get(), &engine::Session::finished, this, &EngineRoom::end,
            Qt::QueuedConnection);
    m_session->start();
}

void EngineRoom::measure(const plan::Plan &together)
{
    m_baseline = std::make_unique<trial::Baseline>(together);
    run(m_baseline->plan());
}

void EngineRoom::setAtOnce(int atOnce)
{
    if (m_session)
        m_session->setAtOnce(atOnce);
}

void EngineRoom::requestStop()
{
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

void EngineRoom::leave()
{
    m_leaving = true;
    if (m_session)
        m_session->requestStop();
    else
        Q_EMIT emptied();
}

void EngineRoom::end(const record::RunFacts &facts)
{
    m_session.release()->deleteLater(); // see Session
    m_baseline.reset();
    Q_EMIT finished(facts);
    if (m_leaving)
        Q_EMIT emptied();
}

} // namespace lapwing::ui
