// SPDX-License-Identifier: MIT
#include "summary/advice.h"

#include "text/comparison.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>

namespace lapwing::ui {
namespace {

using measure::Gap;
using record::TaskState;
using Offer = Summary::Offer;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Advice)
};

struct Advice {
    QString text;
    Offer offer = Offer::None;
};

Advice toMeasureAgain()
{
    return {Words::tr("Measure again to get a figure.")};
}

/// A trial keeps nothing, so what is on the disk does not spoil it.
Advice toTryAnew()
{
    return {Words::tr("“Find the best number” downloads the whole list again.")};
}

Advice toRetry()
{
    return {Words::tr("Retry the failed ones to get a figure."), Offer::RetryFailed};
}

/// Failures of which the advice says so, or that only another link or login mends.
bool isLikelyToFailAgain(const record::TaskRecord &task)
{
    using record::Cause;
    constexpr std::array statuses{400, 401, 403, 404, 407, 410};
    constexpr std::array causes{Cause::MalformedResponse, Cause::LoginUnknown, Cause::ProxyLogin};
    return task.state == TaskState::Failed && task.failure
        && (std::ranges::find(causes, task.failure->cause) != causes.end()
            || std::ranges::find(statuses, task.failure->status) != statuses.end());
}

/// A failure that was tried again counts as it is now.
bool mayRetryHelp(const Situation &situation)
{
    auto again = situation.triedSince.begin(); // in the order of the run
    int hopeless = 0;
    for (const record::SharedRecord &task : situation.together->tasks) {
        const bool isAgain = again != situation.triedSince.end() && (*again)->id == task->id;
        hopeless += isLikelyToFailAgain(isAgain ? *again++ : task) ? 1 : 0;
    }
    return situation.totals.in(TaskState::Failed) > hopeless;
}

Advice toRetryIfThatHelps(const Situation &situation)
{
    if (mayRetryHelp(situation))
        return toRetry();
    return {Words::tr(
        "See the details of the failed ones; retrying helps only once the cause is fixed.")};
}

Advice toStart()
{
    return {Words::tr("Start the remaining downloads to get a figure."), Offer::Start};
}

/// To no end that is promised: what was there before a run leaves that run without a figure.
Advice toResume(const record::Totals &totals)
{
    return {
        Words::tr("%Ln downloads are paused.", nullptr, totals.in(TaskState::Paused)),
        totals.heldByStop > 0 ? Offer::Start : Offer::ResumeAll,
    };
}

Advice toAddMore()
{
    return {Words::tr("Add more or larger files to get a figure.")};
}

Advice adviceFor(const Gap &gap, const Situation &situation)
{
    if (gap.mode == plan::Mode::OneAtATime)
        return toMeasureAgain();
    switch (gap.kind) {
    case Gap::Kind::OnDiskBefore:
        return toTryAnew();
    case Gap::Kind::Failed:
        return toRetryIfThatHelps(situation);
    case Gap::Kind::Unfinished:
        return toStart();
    case Gap::Kind::TooShort:
        return toAddMore();
    case Gap::Kind::OtherList:
    case Gap::Kind::OtherSizes:
        return toMeasureAgain();
    }
    Q_UNREACHABLE();
}

bool isStopped(const Situation &situation)
{
    return situation.together != nullptr && situation.together->facts.stopped;
}

/// After a stop, Start goes on with what was held and tries again what had failed.
Advice withoutFiles(const Situation &situation)
{
    const record::Totals &totals = situation.totals;
    const int left = totals.in(TaskState::Cancelled) + totals.in(TaskState::Queued)
        + totals.in(TaskState::Paused);
    if (totals.in(TaskState::Failed) > 0 && (left == 0 || !isStopped(situation)))
        return toRetryIfThatHelps(situation);
    return left > 0 ? toStart() : toTryAnew();
}

/// After a stop, Start goes on with what is paused and with what had not begun.
int toBeResumed(const Situation &situation)
{
    return isStopped(situation) ? 0 : situation.totals.in(TaskState::Paused);
}

/// What is paused goes before any other advice: until it is resumed, the run is not over. `why` may be empty.
void say(Summary &summary, const Situation &situation, const QString &why, const Advice &other)
{
    summary.reason = why;
    if (summary.phase != Summary::Phase::Ended)
        return;
    const int paused = toBeResumed(situation);
    const Advice advice = paused > 0 ? toResume(situation.totals) : other;
    if (why.isEmpty() || advice.text.isEmpty())
        summary.reason += advice.text;
    else
        summary.reason = Words::tr("%1 %2").arg(why, advice.text);
    summary.offer = advice.offer;
}

/// Files may be here from an earlier run: that none came is not said while some are still to.
void sayNone(Summary &summary, const Situation &situation)
{
    const bool isPaused = toBeResumed(situation) > 0;
    say(summary, situation,
        isPaused ? QString() : Words::tr("No file was downloaded, so there is nothing to compare."),
        withoutFiles(situation));
}

/// "2 of 10 files failed. The figure is for the 8 that arrived."
void sayLeftOut(Summary &summary, const Situation &situation, const measure::Speedup &speedup)
{
    const int missing = speedup.listed - speedup.files;
    if (missing <= 0 || summary.phase == Summary::Phase::Running)
        return;
    const auto failed = std::ranges::count(situation.together->tasks, TaskState::Failed,
                                           &record::TaskRecord::state);
    const QString why = failed == missing ? Words::tr("%1 of %2 files failed.")
                                          : Words::tr("%1 of %2 files did not arrive.");
    const QLocale locale;
    say(summary, situation,
        Words::tr("%1 The figure is for the %2 that arrived.")
            .arg(why.arg(locale.toString(missing), locale.toString(speedup.listed)),
                 locale.toString(speedup.files)),
        {{}, mayRetryHelp(situation) ? Offer::RetryFailed : Offer::None});
}

bool isAllHere(const record::Totals &totals)
{
    const int files = std::accumulate(totals.count.begin(), totals.count.end(), 0);
    return files > 0 && totals.in(TaskState::Done) + totals.in(TaskState::Unverified) == files;
}

/// There is no run to speak of.
void sayFirst(Summary &summary, const record::Totals &totals)
{
    if (isAllHere(totals)) {
        summary.reason = toTryAnew().text;
        return;
    }
    summary.reason = Words::tr("Start the list to see what downloading it in parallel gains.");
    summary.offer = Offer::Start;
}

} // namespace

void advise(Summary &summary, const Situation &situation,
            const std::optional<measure::Comparison> &comparison)
{
    const bool isRunning = summary.phase == Summary::Phase::Running;
    if (summary.phase == Summary::Phase::NotStarted) {
        sayFirst(summary, situation.totals);
    } else if (!comparison && !isRunning) {
        sayNone(summary, situation);
    } else if (comparison && !comparison->speedup.isComparable()) {
        say(summary, situation, text::sentence(*comparison->speedup.gap),
            adviceFor(*comparison->speedup.gap, situation));
    } else if (comparison) {
        sayLeftOut(summary, situation, comparison->speedup);
        if (summary.reason.isEmpty() && summary.phase == Summary::Phase::Ended
            && !summary.meaning.isEmpty())
            summary.reason = Words::tr("“Measure exactly” replaces the estimate with a figure.");
    }
}

} // namespace lapwing::ui
