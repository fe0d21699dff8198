// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "run/partialrun.h"
#include "summary/summary.h"
#include "summary/summarybar.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QLabel>
#include <QToolButton>

using namespace lapwing;
using plan::Mode;

namespace {

/// The three deliveries, all at once from the start.
record::Run demoRun(Mode mode, double elapsed)
{
    return test::runOf(mode, elapsed,
                       {test::doneTask(1, 5), test::doneTask(2, 3), test::doneTask(3, 4)});
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
        QVERIFY2(summary.verdict.endsWith(u"estimated"), qPrintable(summary.verdict));
        QVERIFY(!summary.measured);
        QVERIFY(summary.lowShare < summary.highShare);
        QCOMPARE(summary.highShare, 1.0);
        for (const QString &word : {QStringLiteral("Low end"), QStringLiteral("High end")})
            QVERIFY2(summary.explanation.contains(word), qPrintable(summary.explanation));
    }

    void aMeasurementIsAFigureAndSaysSo()
    {
        const ui::Summary summary = measured(5, 12);
        QCOMPARE(summary.oneAtATime, u"12.0 s measured");
        QCOMPARE(summary.verdict, u"2.4× as fast");
        QCOMPARE(summary.reason, u"From a single pair of runs: may be off by about 10 %.");
        QVERIFY(summary.measured);
        QCOMPARE(summary.togetherShare, 5.0 / 12.0);
        QCOMPARE(summary.highShare, 1.0);
        QVERIFY2(summary.explanation.contains(u"once"), qPrintable(summary.explanation));
        QVERIFY2(
            summary.spoken.contains(u"Together 5.0 s, one at a time 12.0 s measured, 2.4× as fast"),
            qPrintable(summary.spoken));
    }

    void aSlowDownIsSaidAsPlainly()
    {
        const ui::Summary summary = measured(5, 4.5);
        QCOMPARE(summary.verdict, u"0.9× (slower)");
        QCOMPARE(summary.togetherShare, 1.0);
        QCOMPARE(measured(5, 5.01).verdict, u"1.0× (no difference)");
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
        QCOMPARE(summary.verdict, u"not comparable");
        QVERIFY(!summary.reason.isEmpty());
        QVERIFY(summary.spoken.contains(summary.reason));
    }

    void aMomentIsTooShortToCompare()
    {
        const ui::Summary summary = measured(0.4, 0.9);
        QVERIFY(summary.verdict.isEmpty());
        QVERIFY(!summary.reason.isEmpty());
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
        QVERIFY2(summary.verdict.endsWith(u"so far"), qPrintable(summary.verdict));
        QCOMPARE(summary.amount, u"2.1 MB, 1.0 MB/s");
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
        const QString verdict = ui::summarise(situation).verdict;
        QVERIFY2(verdict.endsWith(u"so far"), qPrintable(verdict));
    }

    void aFailedLinkLeavesTheFigureOfTheOthers()
    {
        record::TaskRecord failed = test::failedTask(2);
        failed.start = test::ms(0);
        failed.end = test::ms(9000);
        const record::Run first =
            test::runOf(Mode::Together, 9, {test::doneTask(1, 5), failed, test::doneTask(3, 4)});
        const record::Run second =
            test::runOf(Mode::OneAtATime, 10, {test::doneTask(1, 5), test::doneTask(3, 4)});
        ui::Situation situation;
        situation.together = &first;
        situation.oneAtATime = &second;
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.together, u"5.0 s");
        QCOMPARE(summary.verdict, u"2.0× as fast");
        QVERIFY2(summary.reason.contains(u"2 of 3 files"), qPrintable(summary.reason));
        QVERIFY2(summary.explanation.contains(u"Including failed downloads, the run took 9.0 s."),
                 qPrintable(summary.explanation));
    }

    void aRangeWithoutAFigureIsExplainedToo()
    {
        const record::Run run =
            test::runOf(Mode::Together, 5, {test::doneTask(1, 5), test::queuedTask(2)});
        ui::Situation situation;
        situation.together = &run;
        const ui::Summary summary = ui::summarise(situation);
        QCOMPARE(summary.verdict, u"not comparable");
        QVERIFY2(summary.explanation.contains(u"Low end"), qPrintable(summary.explanation));
    }

    void soFarLeavesOutWhatBroughtNothing()
    {
        const record::Run run =
            test::runOf(Mode::Together, 0,
                        {test::downloadingTask(1), test::failedTask(2), test::queuedTask(3)});
        const record::Run cut = ui::soFar(run, test::ms(700));
        QCOMPARE(cut.tasks.size(), 1U);
        QCOMPARE(cut.tasks.front().attempts.back().hops.back().end, test::ms(700));
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
        QCOMPARE(summary.lowShare, 0.5); // of the 12 s at the high end of the estimate
    }

    void unverifiedIsNamedWhereThereIsAny()
    {
        ui::Situation situation;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Done)] = 4;
        situation.totals.count[static_cast<std::size_t>(record::TaskState::Unverified)] = 1;
        QCOMPARE(ui::summarise(situation).counts,
                 u"4 done, 1 unverified, 0 failed, 0 running, 0 queued");
        situation.totals.skipped = 1;
        QCOMPARE(ui::summarise(situation).counts,
                 u"4 done, 1 skipped, 0 failed, 0 running, 0 queued");
    }

    void theBarShowsItAndExplainsOnDemand()
    {
        ui::SummaryBar bar;
        bar.setSummary(measured(5, 12), {});
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("verdict"))->text(), u"2.4× as fast");
        QVERIFY(bar.accessibleDescription().contains(u"2.4× as fast"));
        auto *explanation = bar.findChild<QLabel *>(QStringLiteral("explanation"));
        QVERIFY(explanation->isHidden());
        bar.findChild<QToolButton *>(QStringLiteral("explain"))->click();
        QVERIFY(!explanation->isHidden());
        QVERIFY(!explanation->text().isEmpty());
    }
};

LAPWING_TEST(SummaryTest)
#include "tst_summary.moc"
