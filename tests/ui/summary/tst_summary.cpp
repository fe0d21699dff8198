// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "measure/seconds.h"
#include "run/partialrun.h"
#include "summary/endedtext.h"
#include "summary/measurecost.h"
#include "summary/summary.h"
#include "support/edited.h"
#include "support/testmain.h"
#include "text/amounts.h"
#include "ui/rows.h"

using namespace lapwing;
using plan::Mode;

namespace {

/// The three deliveries, all at once from the start.
record::Run demoRun(Mode mode, double elapsed)
{
    return test::runOf(mode, elapsed,
                       {test::doneTask(1, 5), test::doneTask(2, 3), test::doneTask(3, 4)});
}

/// Its server may answer later.
record::TaskRecord busyTask(int id)
{
    record::TaskRecord failed = test::failedTask(id);
    failed.failure = record::make(record::Cause::HttpStatus, {}, 503);
    return failed;
}

record::TaskRecord failedLate(int id, int end)
{
    record::TaskRecord failed = busyTask(id);
    failed.start = test::ms(0);
    failed.end = test::ms(end);
    return failed;
}

ui::Summary measured(double together, double oneAtATime)
{
    const record::Run first = demoRun(Mode::Together, together);
    const record::Run second = demoRun(Mode::OneAtATime, oneAtATime);
    ui::Situation situation;
    situation.together = &first;
    situation.oneAtATime = &second;
    return ui::summarise(situation);
}

} // namespace

class SummaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidBeforeTheFirstRun()
    {
        const ui::Summary summary = ui::summarise({});
        QCOMPARE(summary.together, u"–");
        QCOMPARE(summary.oneAtATime, u"–");
        QVERIFY(summary.verdict.isEmpty());
        QCOMPARE(summary.counts, u"0 done, 0 failed, 0 running, 0 queued");
        QVERIFY2(summary.reason.startsWith(u"Start the list"), qPrintable(summary.reason));
        QCOMPARE(summary.offer, ui::Summary::Offer::Start);
    }

    void nothingIsOfferedToStartWhereEverythingIsHere()
    {
        ui::Situation situation;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Done)] = 2;
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.offer, ui::Summary::Offer::None);
        QVERIFY2(summary.reason.contains(u"downloads the whole list again"),
                 qPrintable(summary.reason));
    }

    void oneFileThatFollowsOnAListHasNoFigure()
    {
        const record::Run run = demoRun(Mode::Together, 5);
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = situation.elapsed = test::ms(5000);
        QVERIFY(!ui::summarise(situation).verdict.isEmpty());
        situation.followsOn = true;
        QVERIFY(ui::summarise(situation).verdict.isEmpty());
    }

    /// The card told of the list's run beside a timeline of one file, without a word.
    void ofTwoRunsTheCardSaysWhichItTellsOf()
    {
        const record::Run run = demoRun(Mode::Together, 5);
        ui::Situation situation;
        situation.together = &run;
        const QString alone = ui::summarise(situation).reason;
        QVERIFY(!alone.contains(u"timeline"));
        situation.isBeforeLast = true;
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.reason,
                 (QStringLiteral("This is the list’s run; the timeline shows the one file tried "
                                 "after it. ")
                  + alone)
                     .trimmed());
        QVERIFY(summary.isBeforeLast && summary.spoken.contains(u"This is the list’s run"));
    }

    void anEstimateIsARangeAndSaysSo()
    {
        const record::Run run = demoRun(Mode::Together, 5);
        ui::Situation situation;
        situation.together = &run;
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.together, u"5.0 s");
        QVERIFY2(summary.oneAtATime.endsWith(u" to 12.0 s estimated"),
                 qPrintable(summary.oneAtATime));
        QVERIFY2(summary.verdict.endsWith(u"–2.4× as fast"), qPrintable(summary.verdict));
        QCOMPARE(summary.ground, u"estimated");
        QCOMPARE(summary.meaning, u"Not clear yet"); // its ends say different things
        const QString spoken =
            QStringLiteral("Not clear yet, %1, estimated, ").arg(summary.verdict);
        QVERIFY2(summary.spoken.startsWith(spoken), qPrintable(summary.spoken));
        QCOMPARE(summary.reason, u"“Measure exactly” replaces the estimate with a figure.");
        situation.running = true;
        situation.now = situation.elapsed = test::ms(5000);
        QVERIFY(ui::summarise(situation).meaning.isEmpty()); // it changes until the end
        QVERIFY(!summary.measured);
        QVERIFY(summary.low < summary.high);
        QCOMPARE(summary.high, test::ms(12'000));
        for (const QString &word : {QStringLiteral("Low end"), QStringLiteral("High end")})
            QVERIFY2(summary.explanation.contains(word), qPrintable(summary.explanation));
    }

    void aMeasurementIsAFigureAndSaysSo()
    {
        const ui::Summary summary = measured(5, 12);
        QCOMPARE(summary.oneAtATime, u"12.0 s measured");
        QCOMPARE(summary.verdict, u"2.4× as fast");
        QCOMPARE(summary.ground, u"measured once (±10 %)");
        QVERIFY(summary.meaning.isEmpty());
        QVERIFY(summary.reason.isEmpty());
        QVERIFY(summary.measured);
        QCOMPARE(summary.togetherTime, test::ms(5000));
        QCOMPARE(summary.low, test::ms(12'000));
        QCOMPARE(summary.high, test::ms(12'000));
        QVERIFY2(summary.explanation.contains(u"once"), qPrintable(summary.explanation));
        QVERIFY2(summary.spoken.startsWith(u"2.4× as fast, measured once (±10 %), together 5.0 s, "
                                           u"one at a time 12.0 s measured"),
                 qPrintable(summary.spoken));
    }

    /// A sweep of the list since: what that measured stands in the place of the estimate.
    void whatWasTriedSinceIsMeasured()
    {
        const record::Run first = demoRun(Mode::Together, 5);
        ui::Situation situation;
        situation.together = &first;
        situation.tried = std::make_shared<const record::Run>(demoRun(Mode::OneAtATime, 12));
        ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.verdict, u"2.4× as fast");
        QCOMPARE(summary.baseline, u"12.0 s");
        QVERIFY(summary.measured);
        record::Run other = demoRun(Mode::OneAtATime, 12);
        other.tasks.pop_back();
        situation.tried = std::make_shared<const record::Run>(other);
        summary = ui::summarise(situation);
        QVERIFY2(!summary.measured && summary.ground.contains(u"estimated"),
                 qPrintable(summary.ground));
    }

    void aSlowDownIsSaidAsPlainly()
    {
        const ui::Summary summary = measured(5, 4.5);
        QCOMPARE(summary.verdict, u"0.9× as fast");
        QVERIFY2(summary.ground.startsWith(u"slower"), qPrintable(summary.ground));
        QCOMPARE(measured(5, 5.01).verdict, u"1.0× as fast");
        QVERIFY(measured(5, 5.01).ground.startsWith(u"no difference"));
    }

    void notComparableGivesTheReason()
    {
        const record::Run first = demoRun(Mode::Together, 5);
        const record::Run second = test::runOf(
            Mode::OneAtATime, 9, {test::doneTask(1, 5), test::failedTask(2), test::doneTask(3, 4)});
        ui::Situation situation;
        situation.together = &first;
        situation.oneAtATime = &second;
        const ui::Summary summary = ui::summarise(situation);
        QVERIFY(summary.verdict.isEmpty() && summary.ground.isEmpty());
        QVERIFY2(summary.reason.endsWith(u"Measure again to get a figure."),
                 qPrintable(summary.reason));
        QVERIFY(summary.spoken.contains(summary.reason));
    }

    void aMomentIsTooShortToCompare()
    {
        const ui::Summary summary = measured(0.4, 0.9);
        QVERIFY(summary.verdict.isEmpty());
        QVERIFY2(summary.reason.contains(u"arrived too quickly"), qPrintable(summary.reason));
    }

    void whileItRunsItIsSoFar()
    {
        const record::Run run =
            test::runOf(Mode::Together, 0,
                        {test::downloadingTask(1), test::downloadingTask(2), test::queuedTask(3)});
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = test::ms(2000);
        situation.elapsed = test::ms(2000);
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.together, u"2.0 s so far");
        QVERIFY2(summary.oneAtATime.endsWith(u" to 4.0 s estimated"),
                 qPrintable(summary.oneAtATime));
        QCOMPARE(summary.ground, u"estimated so far");
        QCOMPARE(summary.phase, ui::Summary::Phase::Running);
        QCOMPARE(summary.amount, u"2.1 MB, 1.0 MB/s");
    }

    /// As the time beside it: 100 MB of a download that failed made 50 MB/s of 0.5.
    void whatCameOfAFailedDownloadIsNotInTheRateWhileItRuns()
    {
        record::TaskRecord failed = failedLate(2, 1000);
        failed.bytes = 100'000'000;
        const record::Run run = test::runOf(Mode::Together, 0, {test::downloadingTask(1), failed});
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = situation.elapsed = test::ms(2000);
        QCOMPARE(ui::summarise(situation).amount, u"1.0 MB, 524.3 kB/s");
    }

    void aFailedLinkDoesNotTakeTheFigureAwayWhileItRuns()
    {
        const record::Run run =
            test::runOf(Mode::Together, 0, {test::downloadingTask(1), test::failedTask(2)});
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = test::ms(2000);
        situation.elapsed = test::ms(2000);
        const ui::Summary summary = ui::summarise(situation);
        QVERIFY2(summary.verdict.endsWith(u"as fast"), qPrintable(summary.verdict));
        QVERIFY2(summary.ground.contains(u"estimated so far"), qPrintable(summary.ground));
    }

    void aWaitForARetryDoesNotSlowTheFigureDown()
    {
        record::TaskRecord retried = test::downloadingTask(3);
        retried.attempts.front().failure = record::make(record::Cause::HttpStatus, {}, 503);
        retried.attempts.front().end = test::ms(1000);
        retried.state = record::TaskState::Retrying;
        retried.bytes = 0;
        const record::Run run =
            test::runOf(Mode::Together, 0, {test::doneTask(1, 5), test::doneTask(2, 5), retried});
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = situation.elapsed = test::ms(60'000);
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.together, u"5.0 s so far");
        QVERIFY2(!summary.verdict.startsWith(u"0"), qPrintable(summary.verdict));
    }

    void whatIsTriedAgainCountsWhileItComes()
    {
        record::TaskRecord resumed = test::downloadingTask(1);
        record::Attempt first = resumed.attempts.front();
        first.failure = record::make(record::Cause::ConnectionRefused);
        first.end = test::ms(1000);
        resumed.attempts.insert(resumed.attempts.begin(), first);
        record::Run run = test::runOf(Mode::Together, 0, {resumed});
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = situation.elapsed = test::ms(60'000);
        QCOMPARE(ui::summarise(situation).together, u"1 min 0 s so far");
        QVERIFY(!ui::summarise(situation).amount.startsWith(u"0"));
        run.tasks.front().edit().state = record::TaskState::Retrying; // and there is nothing else
        QCOMPARE(ui::summarise(situation).together, u"1 min 0 s so far");
    }

    void aFailedLinkLeavesTheFigureOfTheOthers()
    {
        const record::Run first = test::runOf(
            Mode::Together, 9, {test::doneTask(1, 5), failedLate(2, 9000), test::doneTask(3, 4)});
        const record::Run second =
            test::runOf(Mode::OneAtATime, 10, {test::doneTask(1, 5), test::doneTask(3, 4)});
        ui::Situation situation;
        situation.together = &first;
        situation.oneAtATime = &second;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Failed)] = 1;
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.together, u"5.0 s");
        QCOMPARE(summary.verdict, u"2.0× as fast");
        QVERIFY2(summary.ground.endsWith(u", 2 of 3 files"), qPrintable(summary.ground));
        QCOMPARE(summary.reason, u"1 of 3 files failed. The figure is for the 2 that arrived.");
        QCOMPARE(summary.offer, ui::Summary::Offer::RetryFailed);
        QVERIFY2(summary.explanation.contains(u"yielded no file, took 9.0 s."),
                 qPrintable(summary.explanation));
    }

    /// It was there before, which turned out only when all of it had come.
    void aFileThatCameAgainCounts()
    {
        record::Run run = demoRun(Mode::Together, 5);
        for (record::TaskRecord &task : test::edited(run.tasks))
            task.alreadyThere = true;
        ui::Situation situation;
        situation.together = &run;
        const ui::Summary summary = ui::summarise(situation);
        QVERIFY2(summary.verdict.endsWith(u"as fast"), qPrintable(summary.reason));
        for (record::TaskRecord &task : test::edited(run.tasks))
            task.bytes = 0;
        QVERIFY(ui::summarise(situation).reason.startsWith(u"No file was downloaded"));
    }

    void retryingIsNotAdvisedWhereItIsUnlikelyToHelp()
    {
        record::Run run = test::runOf(Mode::Together, 5, {test::failedTask(1)});
        ui::Situation situation;
        situation.together = &run;
        int &failed = situation.totals.count[static_cast<std::size_t>(record::TaskState::Failed)];
        failed = 1;
        ui::Summary summary = ui::summarise(situation);
        QVERIFY2(summary.reason.endsWith(u" retrying helps only once the cause is fixed."),
                 qPrintable(summary.reason));
        QCOMPARE(summary.offer, ui::Summary::Offer::None);
        using record::Cause;
        for (const record::Failure &failure :
             {record::make(Cause::HttpStatus, {}, 401), record::make(Cause::HttpStatus, {}, 407),
              record::make(Cause::LoginUnknown), record::make(Cause::ProxyLogin)}) {
            run.tasks.front().edit().failure = failure;
            QVERIFY2(ui::summarise(situation).offer == ui::Summary::Offer::None,
                     qPrintable(failure.code));
        }
        run.tasks.push_back(test::doneTask(2, 5));
        QCOMPARE(ui::summarise(situation).offer, ui::Summary::Offer::None);
        run.tasks.push_back(busyTask(3));
        failed = 2;
        QCOMPARE(ui::summarise(situation).offer, ui::Summary::Offer::RetryFailed);
    }

    /// With what had not begun, which there is no other command for.
    void whatAStopPausedIsToBeStarted()
    {
        record::TaskRecord paused = test::downloadingTask(1);
        paused.state = record::TaskState::Paused;
        record::Run run = test::runOf(Mode::Together, 5, {paused, test::queuedTask(2)});
        run.facts.stopped = true;
        ui::Situation situation;
        situation.together = &run;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Paused)] = 1;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Queued)] = 1;
        QCOMPARE(ui::summarise(situation).offer, ui::Summary::Offer::Start);
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Queued)] = 0;
        QCOMPARE(ui::summarise(situation).offer, ui::Summary::Offer::Start);
        run.tasks.push_back(test::failedTask(3)); // which Start tries again
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Failed)] = 1;
        QCOMPARE(ui::summarise(situation).offer, ui::Summary::Offer::Start);
    }

    void whatIsPausedIsToBeResumedBeforeAnythingElse()
    {
        record::TaskRecord paused = test::downloadingTask(1);
        paused.state = record::TaskState::Paused;
        record::Run run = test::runOf(Mode::Together, 5, {paused});
        ui::Situation situation;
        situation.together = &run;
        const auto count = [&situation](record::TaskState state) -> int & {
            return situation.totals.count[static_cast<std::size_t>(state)];
        };
        count(record::TaskState::Done) = 8; // of an earlier run
        count(record::TaskState::Failed) = 2;
        count(record::TaskState::Paused) = 1;
        ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.reason, u"1 download is paused.");
        QCOMPARE(summary.offer, ui::Summary::Offer::ResumeAll);
        run.tasks.push_back(test::doneTask(2, 5));
        run.tasks.push_back(test::failedTask(3));
        summary = ui::summarise(situation);
        QVERIFY2(summary.reason.endsWith(u" 1 download is paused."), qPrintable(summary.reason));
        QCOMPARE(summary.offer, ui::Summary::Offer::ResumeAll);
        situation.totals.heldByStop = 1; // by the run before
        QCOMPARE(ui::summarise(situation).offer, ui::Summary::Offer::Start);
    }

    void aRangeWithoutAFigureIsExplainedToo()
    {
        record::TaskRecord there = test::doneTask(2);
        there.kept = 1024;
        const record::Run run = test::runOf(Mode::Together, 5, {test::doneTask(1, 5), there});
        ui::Situation situation;
        situation.together = &run;
        const ui::Summary summary = ui::summarise(situation);
        QVERIFY(summary.verdict.isEmpty());
        QCOMPARE(summary.high, test::ms(6000));
        QVERIFY2(summary.explanation.contains(u"Low end"), qPrintable(summary.explanation));
    }

    /// Together was for all of it; one at a time would be that of the one file that came.
    void whatIsNotOverIsHeldAgainstNothing()
    {
        const record::Run run =
            test::runOf(Mode::Together, 5, {test::doneTask(1, 1), test::downloadingTask(2)});
        ui::Situation situation;
        situation.together = &run;
        const ui::Summary summary = ui::summarise(situation);
        QVERIFY(summary.verdict.isEmpty());
        QVERIFY2(summary.reason.endsWith(u"Start the remaining downloads to get a figure."),
                 qPrintable(summary.reason));
        QCOMPARE(summary.offer, ui::Summary::Offer::Start);
        QCOMPARE(summary.together, u"5.0 s");
        QCOMPARE(summary.baseline, u"–");
        QCOMPARE(summary.high, record::Stamp());
        QVERIFY(summary.measureCost.isEmpty());
        QVERIFY2(!summary.explanation.contains(u"Low end"), qPrintable(summary.explanation));
    }

    void soFarLeavesOutWhatBroughtNothing()
    {
        const record::Run run =
            test::runOf(Mode::Together, 0,
                        {test::downloadingTask(1), test::failedTask(2), test::queuedTask(3)});
        const record::Run cut = ui::soFar(run, test::ms(700));
        QCOMPARE(cut.tasks.size(), 1U);
        QCOMPARE(cut.tasks.front()->attempts.back().hops.back().end, test::ms(700));
    }

    void soFarLeavesOutWhatHeldOffNoFile()
    {
        record::Run run =
            test::runOf(Mode::Together, 0, {test::downloadingTask(1), failedLate(2, 600)});
        run.facts.holds = {
            {QStringLiteral("http://one.example:80"), test::ms(10), test::ms(600), test::ms(600)}};
        QVERIFY(ui::soFar(run, test::ms(700)).facts.holds.empty());
        run.tasks.push_back(test::queuedTask(3)); // waits for that server
        QCOMPARE(ui::soFar(run, test::ms(700)).facts.holds, run.facts.holds);
    }

    void whileMeasuringTheSecondBarGrows()
    {
        const record::Run first = demoRun(Mode::Together, 5);
        const record::Run second =
            test::runOf(Mode::OneAtATime, 0,
                        {test::doneTask(1, 5), test::downloadingTask(2), test::queuedTask(3)});
        ui::Situation situation;
        situation.together = &first;
        situation.oneAtATime = &second;
        situation.measuring = true;
        situation.elapsed = test::ms(6000);
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.oneAtATime, u"6.0 s so far, 1 of 3");
        QCOMPARE(summary.baseline, u"6.0 s, 1 of 3");
        QCOMPARE(summary.low, test::ms(6000));
        QCOMPARE(summary.phase, ui::Summary::Phase::Measuring);
    }

    void unverifiedIsNamedWhereThereIsAny()
    {
        ui::Situation situation;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Done)] = 4;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Unverified)] = 1;
        QCOMPARE(ui::summarise(situation).counts,
                 u"5 done (1 unverified), 0 failed, 0 running, 0 queued");
        situation.totals.skipped = 1;
        QCOMPARE(ui::summarise(situation).counts,
                 u"5 done (1 skipped), 0 failed, 0 running, 0 queued");
    }

    void whatIsSavedOrHasNotStartedIsCountedAsSuch()
    {
        ui::Situation situation;
        const auto count = [&situation](record::TaskState state) -> int & {
            return situation.totals.count[static_cast<std::size_t>(state)];
        };
        count(record::TaskState::Downloading) = 2;
        count(record::TaskState::Committing) = 3;
        count(record::TaskState::Queued) = 4;
        count(record::TaskState::Retrying) = 1;
        QCOMPARE(ui::summarise(situation).counts,
                 u"0 done, 0 failed, 2 running, 3 saving, 5 queued (1 retrying)");
        situation.notStarted = 4;
        count(record::TaskState::Retrying) = 0;
        QCOMPARE(ui::summarise(situation).counts,
                 u"0 done, 0 failed, 2 running, 3 saving, 4 not started");
    }

    void theCostIsKnownBeforeItIsPaid()
    {
        const record::Run run = demoRun(Mode::Together, 5);
        ui::Situation situation;
        situation.together = &run;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Done)] = 3;
        ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.measureCost, u"up to 12.0 s, 3.1 MB");
        QCOMPARE(ui::costOfRuns(18, summary.listBytes), u"18 runs, 56.6 MB");
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Queued)] = 2;
        QVERIFY(!ui::summarise(situation).listBytes); // two whose size is not known
        QCOMPARE(ui::costOfRuns(24, {}), u"24 runs");
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Queued)] = 0;
        situation.running = true;
        summary = ui::summarise(situation);
        QVERIFY(summary.measureCost.isEmpty() && !summary.listBytes);
    }

    void howARunEndedIsOneSentence()
    {
        QCOMPARE(ui::endedText(demoRun(Mode::Together, 5)), u"3 files, 3.1 MB in 5.0 s.");
        QCOMPARE(ui::endedText(
                     test::runOf(Mode::Together, 2, {test::doneTask(1, 2), test::failedTask(2)})),
                 u"1 file, 1 failed, 1.0 MB in 2.0 s.");
        QVERIFY(ui::endedText(test::runOf(Mode::Together, 2, {test::queuedTask(1)})).isEmpty());
    }

    /// One time for one thing: a link that fails last makes the run longer, not the files slower.
    void theTimeOfTheFilesIsTheSameEverywhere()
    {
        const record::Run run =
            test::runOf(Mode::Together, 9, {test::doneTask(1, 5), failedLate(2, 9000)});
        QCOMPARE(ui::endedText(run), u"1 file, 1 failed, 1.0 MB in 5.0 s (whole run: 9.0 s).");
        ui::Situation situation;
        situation.together = &run;
        const ui::Summary ended = ui::summarise(situation);
        QCOMPARE(ended.together, u"5.0 s");
        QVERIFY2(ended.amount.endsWith(
                     text::asRate(measure::meanRate(run.tasks[0]->bytes, test::ms(5000)))),
                 qPrintable(ended.amount));
        situation.running = true; // its last moment
        situation.now = situation.elapsed = test::ms(9000);
        QCOMPARE(ui::summarise(situation).together, u"5.0 s so far");
        QCOMPARE(ui::summarise(situation).verdict, ended.verdict);
    }

    /// Nothing comes while all is paused: neither way does time pass.
    void aPauseOfAllChangesNothing()
    {
        record::TaskRecord paused = test::downloadingTask(1);
        paused.state = record::TaskState::Paused;
        paused.pauses = {{test::ms(2000), std::nullopt}};
        paused.attempts.back().end = test::ms(2000);
        paused.attempts.back().hops.back().end = test::ms(2000);
        const record::Run run = test::runOf(Mode::Together, 2, {paused, test::doneTask(2, 1)});
        ui::Situation situation;
        situation.together = &run;
        situation.running = true;
        situation.now = situation.elapsed = test::ms(2000);
        const ui::Summary before = ui::summarise(situation);
        situation.now = test::ms(60'000);
        const ui::Summary after = ui::summarise(situation);
        QCOMPARE(after.oneAtATime, before.oneAtATime);
        QCOMPARE(after.verdict, before.verdict);
        QVERIFY(after.low == before.low && after.high == before.high);
    }
};

LAPWING_TEST(SummaryTest)
#include "tst_summary.moc"
