// SPDX-License-Identifier: MIT
// What the page keeps for the next session, and what comes back of an earlier one.
#include "trial/trialpage.h"

#include "ui_trialpage.h"

#include <QLocale>
#include <QSettings>

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;

constexpr auto runningKey = "trial/running";
constexpr auto resultKey = "trial/result";
constexpr auto sweepKey = "trial/sweep";

} // namespace

void TrialPage::takeSweep(const report::Document &document)
{
    if (m_prior.hasSweep())
        return; // a later one
    m_prior.takeKept(document);
    m_heldAgainst.reset();
    refresh();
}

void TrialPage::showKept(const report::Document &document)
{
    m_prior.takeKept(document);
    m_heldAgainst.reset();
    if (isMeasuring() || m_ui->result->document() != nullptr || document.runs.empty())
        return;
    m_isKept = true;
    m_ui->result->showDocument(document);
    refresh();
    const QDateTime started = document.runs.front().facts.started.toLocalTime();
    say([started] {
        return tr("Measured on %1; kept in the history.")
            .arg(QLocale().toString(started, QLocale::ShortFormat));
    });
}

void TrialPage::save(QSettings &settings) const
{
    m_ui->form->save(settings);
    settings.setValue(QLatin1String(runningKey), m_activity == Activity::Trying);
    const bool isResult = m_isKept && document() != nullptr;
    settings.setValue(QLatin1String(resultKey), isResult);
    settings.setValue(QLatin1String(sweepKey),
                      m_prior.isSweepKept() && !(isResult && document()->sweep));
}

bool TrialPage::restore(const QSettings &settings)
{
    m_ui->form->restore(settings);
    const bool wasCutOff = settings.value(QLatin1String(runningKey)).toBool();
    const bool hadResult = settings.value(QLatin1String(resultKey)).toBool();
    m_prior.awaitSweep(settings.value(QLatin1String(sweepKey)).toBool());
    m_isBehind = !wasCutOff && !hadResult; // else it would stand for those rounds
    if (wasCutOff)
        say([] {
            return tr("The last measurement was cut off, and none of its rounds is kept. Press "
                      "Start to begin again.");
        });
    return hadResult;
}

} // namespace lapwing::ui
