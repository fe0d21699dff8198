// SPDX-License-Identifier: MIT
// What the workbench finds out about the list by running it several times.
#include "run/controller/downloadcontroller.h"

#include "measure/compare/completeness.h"
#include "measure/seconds.h"
#include "record/saturated.h"
#include "trial/trialtime.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

/// What came of it is worth to be looked at again: a figure, or why there is none.
bool hasResult(const report::Document &document)
{
    if (document.sweep)
        return !document.sweep->points.empty();
    return document.comparison
        && document.comparison->baseline.kind == measure::Baseline::Kind::Measured;
}

} // namespace

void DownloadController::connectTrials()
{
    qRegisterMetaType<engine::Sizes>();
    qRegisterMetaType<TrialProgress>();
    qRegisterMetaType<RunShare>();
    qRegisterMetaType<report::Document>();
    const EngineWorker &worker = m_engine.worker();
    connect(&worker, &EngineWorker::costKnown, this, &DownloadController::costKnown);
    connect(&worker, &EngineWorker::lengthKnown, this, &DownloadController::lengthKnown);
    connect(&worker, &EngineWorker::trialMoved, this, &DownloadController::trialMoved);
    connect(&worker, &EngineWorker::trialReceived, this, &DownloadController::trialReceived);
    connect(&worker, &EngineWorker::trialEnded, this, &DownloadController::takeTrial);
}

void DownloadController::takeTrial(const report::Document &document, bool isStopped)
{
    m_activity = Activity::Idle;
    const bool isKept = m_keep && !m_isDemo && m_settings.maxKeptRuns > 0 && hasResult(document);
    Q_EMIT changed();
    if (isKept)
        keep({store::KeepDocument{[held = std::make_shared<const report::Document>(document)] {
                  return *held; // where it is copied, it holds nobody
              }},
              store::LimitKept{m_settings.maxKeptRuns}});
    Q_EMIT trialEnded({document, isStopped, isKept});
    addPending();
}

std::vector<KnownTime> DownloadController::knownTimes() const
{
    const int listed = count();
    const SharedRun &run = together();
    if (!run || listed == 0 || measure::filesIn(*run) != listed)
        return {};
    return timesToMeasure();
}

std::vector<KnownTime> DownloadController::timesToMeasure() const
{
    const SharedRun &run = together();
    if (m_activity == Activity::Running || !run || !run.sums().isComplete)
        return {};
    const double elapsed = measure::seconds(measure::elapsedOfFiles(*run));
    const int atOnce = std::clamp(run->facts.atOnce, 1, std::max(measure::filesIn(*run), 1));
    std::vector<KnownTime> known{{atOnce, {elapsed, elapsed}}};
    const auto comparison = comparisonOf(situation());
    if (comparison && comparison->baseline.measured) {
        const double measured = measure::seconds(*comparison->baseline.measured);
        known.push_back({1, {measured, measured}});
    } else if (comparison && comparison->baseline.range) {
        known.push_back({1,
                         {measure::seconds(comparison->baseline.range->low),
                          measure::seconds(comparison->baseline.range->high)}});
    }
    return known;
}

std::optional<engine::Sizes> DownloadController::sizesToMeasure() const
{
    if (!together())
        return std::nullopt;
    engine::Sizes sizes;
    sizes.bytes = together().sums().bytes;
    return sizes;
}

engine::Sizes DownloadController::knownSizes() const
{
    engine::Sizes sizes;
    for (const record::TaskRecord &task : m_tasks.ledger().records()) {
        if (task.state == record::TaskState::Failed && task.size)
            continue;
        const std::optional<qint64> size = record::isFetched(task)
            ? std::optional(record::saturatedSum(task.kept, task.bytes))
            : task.size;
        if (size)
            sizes.bytes = record::saturatedSum(sizes.bytes, *size);
        else
            ++sizes.unknown;
    }
    return sizes;
}

qint64 DownloadController::failedBytes() const
{
    qint64 bytes = 0;
    for (const record::TaskRecord &task : m_tasks.ledger().records()) {
        if (task.state == record::TaskState::Failed)
            bytes = record::saturatedSum(bytes, task.size.value_or(0));
    }
    return bytes;
}

void DownloadController::askCost()
{
    if (!canTry())
        return;
    planFor(m_listing.entries(), [this, edition = m_edition](const plan::Plan &plan) {
        m_engine.tell([plan, edition](EngineWorker &worker) { worker.askCost(plan, edition); });
    });
}

void DownloadController::askLengths(const std::vector<QUrl> &links)
{
    if (!canAskLengths())
        return;
    std::vector<plan::Entry> entries;
    for (const QUrl &link : links)
        entries.push_back({static_cast<int>(entries.size()) + 1,
                           plan::normalised(link),
                           link.userInfo(QUrl::FullyEncoded),
                           {}});
    planFor(std::move(entries), [this](const plan::Plan &plan) {
        m_engine.tell([plan](EngineWorker &worker) { worker.askLengths(plan); });
    });
}

void DownloadController::stopAskingLengths()
{
    m_engine.tell([](EngineWorker &worker) { worker.stopAskingLengths(); });
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
