// SPDX-License-Identifier: MIT
#include "desktop/runnotification.h"

#include "desktop/notifier.h"
#include "measure/compare/completeness.h"
#include "summary/endedtext.h"

#include <QApplication>
#include <QWindow>

#include <utility>

namespace lapwing::ui {
namespace {

/// "2.1–2.4× as fast, estimated"; empty: there is no figure.
QString savedText(const Summary &summary)
{
    return summary.verdict.isEmpty()
        ? QString()
        : RunNotification::tr("%1, %2").arg(summary.verdict, summary.ground);
}

Notification ofRun(const record::Run &run, const Summary &summary)
{
    Notification told;
    told.isFailure = measure::filesIn(run) == 0;
    told.title = told.isFailure ? RunNotification::tr("Downloads failed")
                                : RunNotification::tr("Downloads finished");
    const QString saved = savedText(summary);
    told.text = saved.isEmpty() ? endedFigures(run)
                                : RunNotification::tr("%1; %2").arg(endedFigures(run), saved);
    if (!run.facts.discarded && !told.isFailure)
        told.button = RunNotification::tr("Open folder");
    return told;
}

} // namespace

RunNotification::RunNotification(DownloadController &controller, Notifier &notifier,
                                 QObject *parent)
    : QObject(parent), m_controller(controller), m_notifier(notifier), m_summaries(controller)
{
    connect(&controller, &DownloadController::changed, this, &RunNotification::look);
    connect(&controller, &DownloadController::trialEnded, this, &RunNotification::tellTrial);
    connect(&m_summaries, &SummaryFeed::known, this, &RunNotification::tellEnd);
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *window) {
        if (window != nullptr)
            m_notifier.withdraw();
    });
}

void RunNotification::look()
{
    const Activity now = m_controller.activity();
    const Activity before = std::exchange(m_before, now);
    if (now != Activity::Idle)
        m_ended = Activity::Idle;
    else if (before == Activity::Running || before == Activity::Measuring) {
        m_ended = before;
        // What came late may go on as a run of its own, at once.
        QMetaObject::invokeMethod(this, &RunNotification::sumUp, Qt::QueuedConnection);
    }
}

void RunNotification::sumUp()
{
    const record::Run *run = m_controller.lastRun();
    const bool wasStopped = run == nullptr || run->facts.stopped || m_controller.hasLeft()
        || (m_ended == Activity::Measuring && !m_controller.hasMeasured());
    if (wasStopped || !mayTell())
        m_ended = Activity::Idle;
    if (m_ended != Activity::Idle)
        m_summaries.ask();
}

void RunNotification::tellEnd(const Summary &summary)
{
    const Activity ended = std::exchange(m_ended, Activity::Idle);
    const record::Run *run = m_controller.lastRun();
    if (ended == Activity::Idle || run == nullptr)
        return;
    if (ended == Activity::Measuring)
        m_notifier.show({tr("Measurement finished"), savedText(summary), {}});
    else if (!endedFigures(*run).isEmpty())
        m_notifier.show(ofRun(*run, summary));
}

void RunNotification::tellTrial(const TrialOutcome &outcome)
{
    if (!outcome.isStopped && mayTell())
        m_notifier.show({tr("Measurement finished"), tr("Open Lapwing to see the result."), {}});
}

bool RunNotification::mayTell() const
{
    return m_controller.settings().notifies && QApplication::activeWindow() == nullptr;
}

} // namespace lapwing::ui
