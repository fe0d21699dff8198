// SPDX-License-Identifier: MIT
#include "summary/summaryfeed.h"

#include "run/controller/downloadcontroller.h"

#include <algorithm>
#include <iterator>

namespace lapwing::ui {

using Activity = DownloadController::Activity;

SummaryFeed::SummaryFeed(const DownloadController &controller, QObject *parent)
    : QObject(parent), m_controller(controller)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &SummaryFeed::takeSlice);
}

void SummaryFeed::ask()
{
    const std::shared_ptr<const record::Run> run = m_controller.sharedRun();
    if (!run || run->tasks.size() <= shortRun) {
        ++m_asked;
        m_pace.run([this] { Q_EMIT known(m_controller.summary()); });
        return;
    }
    m_isStale = m_isBusy;
    if (!m_isBusy)
        begin();
}

void SummaryFeed::begin()
{
    m_isBusy = true;
    ++m_asked;
    const Activity activity = m_controller.activity(); // at rest, a Situation looks at each failure
    if (activity != Activity::Running && activity != Activity::Measuring)
        return sumUp(m_controller.sharedRun(), m_controller.sharedBaseline());
    m_copy = std::make_shared<record::Run>();
    m_slices.start();
}

/// Of the run that changes. What ends between two slices is right the next time.
void SummaryFeed::takeSlice()
{
    const Activity activity = m_controller.activity();
    if (activity != Activity::Running && activity != Activity::Measuring) { // it has ended
        m_slices.stop();
        return sumUp(m_controller.sharedRun(), m_controller.sharedBaseline());
    }
    const bool isMeasuring = activity == Activity::Measuring;
    const record::Run &run = m_controller.runAtHand();
    const std::size_t first = std::min(m_copy->tasks.size(), run.tasks.size());
    const std::size_t last = std::min(first + slice, run.tasks.size());
    m_copy->tasks.reserve(run.tasks.size());
    m_copy->tasks.insert(m_copy->tasks.end(),
                         run.tasks.begin() + static_cast<std::ptrdiff_t>(first),
                         run.tasks.begin() + static_cast<std::ptrdiff_t>(last));
    if (last < run.tasks.size())
        return;
    m_slices.stop();
    m_copy->facts = run.facts;
    if (isMeasuring)
        sumUp(m_controller.sharedRun(), std::exchange(m_copy, nullptr));
    else
        sumUp(std::exchange(m_copy, nullptr), nullptr);
}

void SummaryFeed::sumUp(std::shared_ptr<const record::Run> together,
                        std::shared_ptr<const record::Run> oneAtATime)
{
    m_copy.reset();
    Situation situation = m_controller.situation();
    situation.together = together.get();
    situation.oneAtATime = oneAtATime.get();
    const auto work = [situation, together = std::move(together),
                       oneAtATime = std::move(oneAtATime)] {
        auto summary = std::make_shared<Summary>();
        SummaryPace pace;
        pace.run([&] { *summary = summarise(situation); });
        return std::pair(std::shared_ptr<const Summary>(summary), pace);
    };
    m_queue.run(work,
                [this, asked = m_asked](
                    const std::pair<std::shared_ptr<const Summary>, SummaryPace> &answer) {
                    m_isBusy = false;
                    m_pace = answer.second;
                    if (std::exchange(m_isStale, false))
                        return ask();
                    if (asked == m_asked)
                        Q_EMIT known(*answer.first);
                });
}

} // namespace lapwing::ui
