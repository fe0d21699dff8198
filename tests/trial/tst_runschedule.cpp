// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/edited.h"
#include "support/testmain.h"
#include "trial/runschedule.h"

#include <algorithm>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using record::Stop;
using trial::RunSchedule;

namespace {

/// What a run of this plan might have come to.
record::Run runOf(const plan::Plan &plan)
{
    record::Run run;
    run.facts.mode = plan.mode;
    run.facts.atOnce = plan.atOnce;
    run.facts.round = plan.round;
    run.tasks.resize(plan.entries.size());
    for (std::size_t place = 0; place < run.tasks.size(); ++place) {
        run.tasks[place].edit().id = plan.entries[place].id;
        run.tasks[place].edit().state = record::TaskState::Done;
    }
    return run;
}

record::Run refusedRunOf(const plan::Plan &plan)
{
    record::Run run = runOf(plan);
    record::Attempt attempt;
    attempt.failure = record::make(record::Cause::HttpStatus, {}, 429);
    attempt.hops.resize(1);
    attempt.hops.front().status = 429;
    run.tasks.front().edit().attempts = {attempt, record::Attempt()};
    return run;
}

/// "T6 O1 ...": mode and number at once of each step, in the order in which they come.
QStringList stepsOf(RunSchedule schedule)
{
    QStringList steps;
    while (const auto plan = schedule.next()) {
        steps << (plan->mode == plan::Mode::Together ? QStringLiteral("T") : QStringLiteral("O"))
                + QString::number(plan->atOnce);
        schedule.ended(runOf(*plan));
    }
    return steps;
}

plan::Plan threeFiles()
{
    plan::Plan plan =
        planFor({QUrl(QStringLiteral("http://a/1")), QUrl(QStringLiteral("http://a/2")),
                 QUrl(QStringLiteral("http://a/3"))});
    plan.perHost = 3;
    plan.timeouts.stall = 7s;
    return plan;
}

plan::Plan files(int count)
{
    QList<QUrl> urls;
    for (int number = 1; number <= count; ++number)
        urls << QUrl(QStringLiteral("http://a/%1").arg(number));
    plan::Plan plan = planFor(urls);
    plan.perHost = 3;
    return plan;
}

} // namespace

class TestRunSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOrderDiffersInABaseline()
    {
        plan::Plan plan = threeFiles();
        plan.round = 2;
        const RunSchedule schedule = RunSchedule::baseline(plan);
        const plan::Plan baseline = *schedule.next();
        QCOMPARE(baseline.atOnce, 1);
        QVERIFY(!baseline.perHost);
        QCOMPARE(baseline.mode, plan::Mode::OneAtATime);
        QCOMPARE(baseline.round, 2);
        QCOMPARE(baseline.timeouts.stall, 7s);
        QCOMPARE(baseline.destination.kind, plan.destination.kind);
        QCOMPARE(baseline.entries.size(), plan.entries.size());
    }

    void everyRoundHasBothModesOnce()
    {
        const QStringList steps = stepsOf(RunSchedule::compare(threeFiles(), {6}));
        QCOMPARE(steps.size(), 12);
        for (int round = 0; round < 6; ++round) {
            QStringList pair = steps.mid(2 * round, 2);
            pair.sort();
            QCOMPARE(pair, QStringList({QStringLiteral("O1"), QStringLiteral("T6")}));
        }
    }

    void theOrderIsDrawnByLotAndTheSameForTheSameSeed()
    {
        const auto steps = [](quint32 seed) {
            return stepsOf(
                RunSchedule::compare(threeFiles(), {20, record::Temperature::Cold, seed}));
        };
        QCOMPARE(steps(7), steps(7));
        QVERIFY(steps(7) != steps(8));
        int togetherFirst = 0;
        for (int round = 0; round < 20; ++round)
            togetherFirst += steps(7).at(2 * round) == u"T6" ? 1 : 0;
        QVERIFY2(togetherFirst > 2 && togetherFirst < 18, "neither always goes first");
    }

    void aWarmUpIsRunAndNotKept()
    {
        RunSchedule schedule =
            RunSchedule::compare(threeFiles(), {1, record::Temperature::Warm, 1});
        QCOMPARE(schedule.left(), 4);
        while (const auto plan = schedule.next())
            schedule.ended(runOf(*plan));
        QCOMPARE(schedule.runs().size(), std::size_t(2));
        QCOMPARE(schedule.trial().temperature, record::Temperature::Warm);
    }

    void aSweepRaisesTheLimitOfEachHost()
    {
        RunSchedule schedule = RunSchedule::sweep(files(20), {8, 1, 2}, {1});
        const auto first = schedule.next();
        QCOMPARE(first->atOnce, 1); // the first round goes up
        QVERIFY(!first->perHost);
        QCOMPARE(stepsOf(std::move(schedule)),
                 QStringList({QStringLiteral("T1"), QStringLiteral("T2"), QStringLiteral("T8")}));
    }

    void noMoreAtOnceThanThereAreFiles()
    {
        QCOMPARE(trial::levelsUpTo({32, 1, 4, 8, 2, 16}, 5), (std::vector{1, 2, 4, 5}));
        QCOMPARE(trial::levelsUpTo({1, 2, 4}, 5), (std::vector{1, 2, 4}));
        QCOMPARE(stepsOf(RunSchedule::sweep(threeFiles(), {1, 2, 8, 16}, {1})),
                 QStringList({QStringLiteral("T1"), QStringLiteral("T2"), QStringLiteral("T3")}));
    }

    void whatFailsFromTheStartIsLeftOut()
    {
        RunSchedule schedule = RunSchedule::compare(threeFiles(), {2});
        record::Run run = runOf(*schedule.next());
        run.tasks[1].edit().state = record::TaskState::Failed;
        schedule.ended(std::move(run));
        QCOMPARE(schedule.left(), 3);
        while (const auto plan = schedule.next()) {
            QCOMPARE(plan->entries.size(), std::size_t(2));
            QCOMPARE(plan->entries.back().id, 3);
            schedule.ended(runOf(*plan));
        }
        QVERIFY(!schedule.trial().stopped);
    }

    void aSweepOfFewerFilesHasFewerNumbers()
    {
        RunSchedule schedule = RunSchedule::sweep(threeFiles(), {1, 2, 3}, {2});
        record::Run run = runOf(*schedule.next());
        run.tasks[1].edit().state = record::TaskState::Failed;
        schedule.ended(std::move(run));
        QStringList steps = stepsOf(std::move(schedule));
        QCOMPARE(steps.takeFirst(), QStringLiteral("T2"));
        steps.sort();
        QCOMPARE(steps, QStringList({QStringLiteral("T1"), QStringLiteral("T2")}));
    }

    void aLinkThatIsRefusedOneAtATimeSaysNothingAboutTheNumber()
    {
        RunSchedule schedule = RunSchedule::sweep(threeFiles(), {1, 2}, {1});
        record::Run run = refusedRunOf(*schedule.next());
        run.tasks.front().edit().state = record::TaskState::Failed;
        schedule.ended(std::move(run));
        QCOMPARE(schedule.left(), 1);
    }

    void aSweepEndsBelowTheNumberThatAServerMinds()
    {
        RunSchedule schedule = RunSchedule::sweep(files(20), {1, 4, 8, 16}, {3});
        int highest = 0;
        while (const auto plan = schedule.next()) {
            highest = std::max(highest, plan->atOnce);
            schedule.ended(plan->atOnce >= 8 ? refusedRunOf(*plan) : runOf(*plan));
        }
        QCOMPARE(highest, 8);
        QCOMPARE(schedule.runs().size(), std::size_t(3 + 3 + 1));
        QVERIFY(schedule.trial().stopped == (Stop{Stop::Reason::Refused, 8}));
    }

    void whatCannotBeComparedIsNotGoneOnWith()
    {
        RunSchedule schedule = RunSchedule::compare(threeFiles(), {6});
        schedule.ended(runOf(*schedule.next()));
        record::Run run = runOf(*schedule.next());
        run.tasks.front().edit().state = record::TaskState::Failed;
        schedule.ended(std::move(run));
        QVERIFY2(!schedule.next(), "it came in one way and not in the other");
        QVERIFY(schedule.trial().stopped);
        QCOMPARE(schedule.trial().stopped->reason, Stop::Reason::Failed);
    }

    void nothingIsGoneOnWithWhenNothingCame()
    {
        RunSchedule schedule = RunSchedule::compare(threeFiles(), {6});
        record::Run run = runOf(*schedule.next());
        for (record::TaskRecord &task : test::edited(run.tasks))
            task.state = record::TaskState::Failed;
        schedule.ended(std::move(run));
        QVERIFY(!schedule.next());
    }

    void aRunThatWasStoppedIsTheLast()
    {
        RunSchedule schedule = RunSchedule::compare(threeFiles(), {6});
        record::Run run = runOf(*schedule.next());
        run.facts.stopped = true;
        schedule.ended(std::move(run));
        QVERIFY(!schedule.next());
        QVERIFY2(!schedule.trial().stopped, "no download failed because of the number at once");
    }

    void wholeRoundsOutliveAStop()
    {
        RunSchedule schedule = RunSchedule::sweep(threeFiles(), {1, 2, 3}, {4});
        for (int run = 0; run < 7; ++run)
            schedule.ended(runOf(*schedule.next()));
        record::Run cut = runOf(*schedule.next());
        cut.facts.stopped = true;
        schedule.ended(std::move(cut));
        QVERIFY(schedule.endEarly());
        QCOMPARE(schedule.runs().size(), std::size_t(6));
        for (const record::Run &run : schedule.runs())
            QVERIFY(run.facts.round <= 2);
    }

    void aStopBetweenRoundsCutsNone()
    {
        RunSchedule schedule = RunSchedule::compare(threeFiles(), {3});
        for (int run = 0; run < 4; ++run)
            schedule.ended(runOf(*schedule.next()));
        QVERIFY(schedule.endEarly());
        QCOMPARE(schedule.runs().size(), std::size_t(4));
        QVERIFY(!schedule.next());
    }

    void withoutAWholeRoundNothingIsLeft()
    {
        RunSchedule schedule =
            RunSchedule::compare(threeFiles(), {3, record::Temperature::Warm, 1});
        for (int run = 0; run < 3; ++run) // two of them only warm
            schedule.ended(runOf(*schedule.next()));
        QVERIFY(schedule.endEarly());
        QVERIFY(schedule.runs().empty());
    }

    void whatHasEndedIsNotCut()
    {
        RunSchedule schedule = RunSchedule::compare(threeFiles(), {1});
        while (const auto plan = schedule.next())
            schedule.ended(runOf(*plan));
        QVERIFY(!schedule.endEarly());
        QCOMPARE(schedule.runs().size(), std::size_t(2));
    }
};

LAPWING_TEST(TestRunSchedule)
#include "tst_runschedule.moc"
