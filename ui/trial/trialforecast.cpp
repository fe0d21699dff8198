// SPDX-License-Identifier: MIT
#include "trial/trialforecast.h"

#include "record/saturated.h"
#include "run/controller/downloadcontroller.h"

namespace lapwing::ui {

using Step = trial::RunSchedule::Step;

TrialForecast::TrialForecast(DownloadController &controller) : m_controller(controller)
{
    connect(&m_controller, &DownloadController::costKnown, this,
            [this](const engine::Sizes &sizes, int edition) {
                if (edition == m_controller.edition()) {
                    m_sizes = sizes;
                    m_asked = edition;
                }
                Q_EMIT changed();
            });
    connect(&m_controller, &DownloadController::notStarted, this, [this] {
        if (!m_sizes)
            m_asked = noEdition; // no answer is to come
        Q_EMIT changed();
    });
}

void TrialForecast::refresh()
{
    const record::Run *run = m_controller.lastRun();
    const auto alone = m_controller.sharedAlone();
    const auto about =
        std::tuple(m_controller.edition(), alone ? alone->facts.started : QDateTime(),
                   run != nullptr ? run->facts.elapsed : record::Stamp{});
    if (m_knownAbout == about) // it costs as much as the list is long
        return;
    m_knownAbout = about;
    m_knownOnce = m_controller.timesToMeasure();
    // What failed is left out of the rounds as well.
    const auto last = m_controller.sharedRun();
    const bool isWhole = last && last->tasks.size() == m_controller.listing().entries().size();
    std::vector<KnownTime> ofRun = isWhole ? m_knownOnce : m_controller.knownTimes();
    const bool isRunLater = last && last->facts.started > m_triedAt;
    m_failed = isRunLater ? (isWhole ? timeOfFailed(*last) : 0) : m_triedFailed;
    m_known = isRunLater ? joined(std::move(ofRun), m_tried) : joined(m_tried, ofRun);
}

void TrialForecast::setTried(const report::Document *trial)
{
    m_tried = trial != nullptr ? knownFrom(*trial) : std::vector<KnownTime>();
    m_triedFailed = m_tried.empty() ? 0 : timeOfFailed(trial->runs.front());
    m_triedAt = m_tried.empty() ? QDateTime() : trial->runs.front().facts.started;
    m_knownAbout.reset();
}

void TrialForecast::askServers()
{
    if (!m_controller.canTry())
        return;
    m_sizes.reset();
    m_asked = m_controller.edition();
    m_controller.askCost();
    Q_EMIT changed();
}

TrialOutlook TrialForecast::outlook() const
{
    const engine::Sizes sizes = m_controller.knownSizes();
    return {m_known, m_failed, m_controller.count(), sizes.unknown == 0 ? sizes.bytes : 0};
}

TrialOutlook TrialForecast::outlookOnce() const
{
    TrialOutlook outlook;
    outlook.known = m_knownOnce;
    return outlook;
}

TrialCost TrialForecast::costOfOnce() const
{
    TrialCost cost;
    const std::vector<Step> steps{{plan::Mode::OneAtATime, 1, 1, true}};
    cost.runs = 1;
    cost.sizes = m_controller.sizesToMeasure();
    cost.time = expectedTime(steps, m_knownOnce);
    return cost;
}

TrialCost TrialForecast::costOf(const std::optional<TrialChoice> &choice) const
{
    TrialCost cost;
    const bool wasAsked = m_asked == m_controller.edition();
    cost.sizes = wasAsked ? m_sizes : m_controller.knownSizes();
    cost.isAsking = wasAsked && !m_sizes;
    cost.canAsk = !wasAsked && cost.sizes->unknown > 0 && m_controller.canTry();
    if (cost.sizes && cost.sizes->unknown == m_controller.count())
        cost.sizes.reset();
    if (!choice)
        return cost;
    const std::vector<Step> steps = stepsOf(*choice, m_controller.atOnce(), m_controller.count());
    cost.runs = static_cast<int>(steps.size());
    cost.time = expectedTime(steps, m_known);
    const int failing = runsWithFailed(*choice);
    if (cost.time)
        cost.time =
            SecondsRange{cost.time->low + failing * m_failed, cost.time->high + failing * m_failed};
    if (!wasAsked) // else they are among what the servers told
        cost.failedBytes = record::saturatedProduct(m_controller.failedBytes(), failing);
    return cost;
}

} // namespace lapwing::ui
