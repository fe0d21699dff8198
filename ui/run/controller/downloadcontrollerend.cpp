// SPDX-License-Identifier: MIT
// What the end of a run, or of a measurement, comes to.
#include "measure/compare/comparison.h"
#include "run/controller/downloadcontroller.h"
#include "run/runqueries.h"
#include "text/failure.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {
namespace {

using record::TaskState;

/// What it did is what the run together did, though that may have been too short for a figure.
bool isOfTheSame(const record::Run &together, const record::Run &oneAtATime)
{
    const auto gap = measure::compare(together, oneAtATime).speedup.gap;
    return !gap || gap->kind == measure::Gap::Kind::TooShort;
}

/// It did not do what was asked for, and the one before it had.
bool isWorse(const record::Run &together, const record::Run &now, const record::Run &before)
{
    return !isOfTheSame(together, now) && isOfTheSame(together, before);
}

} // namespace

void DownloadController::takeEnd(const record::RunFacts &facts)
{
    runAtHand().facts = facts;
    const Activity ended = std::exchange(m_activity, Activity::Idle);
    m_ticker.stop();
    tellOutside();
    pauseLeft();
    const std::vector<int> cancelled = takeCancelledLate();
    const bool isPutBack = ended == Activity::Measuring && putBackBaseline();
    m_hasMeasured = ended == Activity::Measuring && !isPutBack && hasBaseline();
    const std::vector<int> next = ended == Activity::Running ? takeNextRun() : std::vector<int>();
    const std::vector<int> paused = m_restarts.takePaused();
    std::vector<plan::Entry> late = takeLate();
    bool isLikeKept = late.empty();
    if (ended == Activity::Running) {
        m_loops.add(*m_together);
        isLikeKept = isLikeKept && removedFromRun().empty();
        std::ranges::copy(takeRestarts(), std::back_inserter(late));
        std::ranges::copy(entriesOf(next), std::back_inserter(late));
        forgetRemoved();
    }
    if (!isPutBack)
        keepEnd(ended, isLikeKept);
    if (m_answer && m_together && m_together->tasks.size() > 1)
        m_answer.reset(); // more came to it meanwhile
    if (m_answer)
        m_keeping.forgetRun(); // the next session would take it for the answer, which follows
    keepRunAgain();            // rows of it may have gone and come back
    setState(paused, TaskState::Cancelled, TaskState::Paused);
    setState(cancelled, TaskState::Paused, TaskState::Cancelled);
    discardPartsOfFinished();
    m_freeSpace.forget();
    if (m_plan->destination.kind == plan::Destination::Kind::Folder)
        m_freeSpace.ask(m_plan->destination.folder);
    Q_EMIT changed();
    if (ended == Activity::Measuring)
        tellMeasured(facts.stopped, isPutBack);
    else
        tellEnd(facts.stopped);
    addPending();
    if (!late.empty() && !facts.stopped && !m_hasLeft && isAtRest())
        launch(entriesOf(idsOf(late))); // by id
}

/// One that was stopped or failed is no better than none, and worse than the one before it.
bool DownloadController::putBackBaseline()
{
    const SharedRun before = std::exchange(m_measuredBefore, std::nullopt);
    const bool isStopped = m_oneAtATime->facts.stopped;
    if (before && (isStopped || isWorse(*m_together, *m_oneAtATime, *before))) {
        m_oneAtATime = before;
        return true;
    }
    if (isStopped)
        m_oneAtATime.reset();
    return false;
}

void DownloadController::tellMeasured(bool stopped, bool isPutBack)
{
    if (stopped && isPutBack)
        Q_EMIT messageRaised(tr("Measurement stopped; showing the previous result."));
    else if (isPutBack)
        Q_EMIT messageRaised(tr("Measurement failed; showing the previous result."));
    else if (stopped)
        Q_EMIT messageRaised(tr("Measurement stopped; showing the estimate."));
    else
        Q_EMIT messageRaised(tr("Measured once, after the parallel run."));
}

void DownloadController::tellEnd(bool stopped)
{
    if (!m_together)
        return; // all of it was removed meanwhile
    else if (const auto failure = failureBefore(*m_together))
        Q_EMIT messageRaised(
            tr("Nothing was downloaded. %1 %2")
                .arg(text::sentence(*failure), text::advice(*failure, text::Reader::Window)));
    else if (stopped && !m_isDemo)
        Q_EMIT messageRaised(tr("Stopped. Partial downloads are kept if the server supports "
                                "resuming; press Start to continue."));
    else if (m_isDemo && canMeasure())
        Q_EMIT messageRaised(tr("Now measure one at a time, or drop your own links here."));
}

} // namespace lapwing::ui
