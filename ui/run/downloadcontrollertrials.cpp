// SPDX-License-Identifier: MIT
// What the workbench finds out about the list by running it several times.
#include "run/downloadcontroller.h"

namespace lapwing::ui {

void DownloadController::connectTrials()
{
    qRegisterMetaType<engine::Sizes>();
    qRegisterMetaType<TrialStep>();
    qRegisterMetaType<report::Document>();
    const EngineWorker &worker = m_engine.worker();
    connect(&worker, &EngineWorker::costKnown, this, &DownloadController::costKnown);
    connect(&worker, &EngineWorker::trialMoved, this, &DownloadController::trialMoved);
    connect(&worker, &EngineWorker::trialEnded, this, [this](const report::Document &document) {
        m_activity = Activity::Idle;
        Q_EMIT changed();
        if (!document.trial.stopped)
            keep({store::KeepDocument{std::make_shared<const report::Document>(document)},
                  store::LimitKept{m_settings.maxKeptRuns}});
        Q_EMIT trialEnded(document);
        addPending();
    });
}

void DownloadController::askCost()
{
    if (!canTry())
        return;
    planFor(m_listing.entries(), [this, edition = m_edition](const plan::Plan &plan) {
        m_engine.tell([plan, edition](EngineWorker &worker) { worker.askCost(plan, edition); });
    });
}

void DownloadController::startTrial(const TrialChoice &choice)
{
    if (!canTry())
        return;
    planFor(m_listing.entries(), [this, choice](const plan::Plan &plan) {
        m_activity = Activity::Trying;
        m_engine.tell([plan, choice](EngineWorker &worker) { worker.startTrial(plan, choice); });
        Q_EMIT changed();
    });
}

} // namespace lapwing::ui
