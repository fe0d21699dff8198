// SPDX-License-Identifier: MIT
// What the workbench finds out about the list by running it several times.
#include "run/workbench.h"

namespace lapwing::ui {

void Workbench::connectTrials()
{
    qRegisterMetaType<engine::Sizes>();
    qRegisterMetaType<TrialStep>();
    qRegisterMetaType<report::Document>();
    const EngineRoom &room = m_engine.room();
    connect(&room, &EngineRoom::costKnown, this, &Workbench::costKnown);
    connect(&room, &EngineRoom::trialMoved, this, &Workbench::trialMoved);
    connect(&room, &EngineRoom::trialEnded, this, [this](const report::Document &document) {
        m_activity = Activity::Idle;
        Q_EMIT changed();
        Q_EMIT trialEnded(document);
        addPending();
    });
}

void Workbench::askCost()
{
    if (!canTry())
        return;
    planFor(m_listing.entries(), [this, edition = m_edition](const plan::Plan &plan) {
        m_engine.tell([plan, edition](EngineRoom &room) { room.askCost(plan, edition); });
    });
}

void Workbench::startTrial(const TrialChoice &choice)
{
    if (!canTry())
        return;
    planFor(m_listing.entries(), [this, choice](const plan::Plan &plan) {
        m_activity = Activity::Trying;
        m_engine.tell([plan, choice](EngineRoom &room) { room.startTrial(plan, choice); });
        Q_EMIT changed();
    });
}

} // namespace lapwing::ui
