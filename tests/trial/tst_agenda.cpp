// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/testmain.h"
#include "trial/agenda.h"

#include <algorithm>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using trial::Agenda;

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
        run.tasks[place].id = plan.entries[place].id;
        run.tasks[place].state = record::TaskState::Done;
    }
    return run;
}

record::Run refusedRunOf(const plan::Plan &plan)
{
    record::Run run = runOf(plan);
    record::Attempt attempt;
    attempt.failure = record::make(record::Cause::HttpStatus, {}, 429);
    run.tasks.front().attempts = {attempt, record::Attempt()};
    return run;
}

/// "T6 O1 ...": mode and number at once of each step, in the order in which they come.
QStringList stepsOf(Agenda agenda)
{
    QStringList steps;
    while (const auto plan = agenda.next()) {
        steps << (plan->mode == plan::Mode::Together ? QStringLiteral("T") : QStringLiteral("O"))
                + QString::number(plan->atOnce);
        agenda.ended(runOf(*plan));
    }
    return steps;
}

plan::Plan threeFiles()
{
    plan::Plan plan =
        planFor({QUrl(QStringLiteral("http://a/1")), QUrl(QStringLiteral("http://a/2")),
                 QUrl(QStringLiteral("http://a/3"))});
    plan.perHost = 3;
    plan.patience.stall = 7s;
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

class TestAgenda : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOrderDiffersInABaseline()
    {
        plan::Plan plan = threeFiles();
        plan.round = 2;
        const Agenda agenda = Agenda::baseline(plan);
        const plan::Plan baseline = *agenda.next();
        QCOMPARE(baseline.atOnce, 1);
        QVERIFY(!baseline.perHost);
        QCOMPARE(baseline.mode, plan::Mode::OneAtATime);
        QCOMPARE(baseline.round, 2);
        QCOMPARE(baseline.patience.stall, 7s);
        QCOMPARE(baseline.destination.kind, plan.destination.kind);
        QCOMPARE(baseline.entries.size(), plan.entries.size());
    }

    void everyRoundHasBothModesOnce()
    {
        const QStringList steps = stepsOf(Agenda::compare(threeFiles(), {6}));
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
            return stepsOf(Agenda::compare(threeFiles(), {20, record::Temperature::Cold, seed}));
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
        Agenda agenda = Agenda::compare(threeFiles(), {1, record::Temperature::Warm, 1});
        QCOMPARE(agenda.left(), 4);
        while (const auto plan = agenda.next())
            agenda.ended(runOf(*plan));
        QCOMPARE(agenda.runs().size(), std::size_t(2));
        QCOMPARE(agenda.trial().temperature, record::Temperature::Warm);
    }

    void aSweepRaisesTheLimitOfEachHost()
    {
        Agenda agenda = Agenda::sweep(files(20), {8, 1, 2}, {1});
        const auto first = agenda.next();
        QCOMPARE(first->atOnce, 1); // the first round goes up
        QVERIFY(!first->perHost);
        QCOMPARE(stepsOf(std::move(agenda)),
                 QStringList({QStringLiteral("T1"), QStringLiteral("T2"), QStringLiteral("T8")}));
    }

    void noMoreAtOnceThanThereAreFiles()
    {
        QCOMPARE(trial::levelsUpTo({32, 1, 4, 8, 2, 16}, 5), (std::vector{1, 2, 4, 5}));
        QCOMPARE(trial::levelsUpTo({1, 2, 4}, 5), (std::vector{1, 2, 4}));
        QCOMPARE(stepsOf(Agenda::sweep(threeFiles(), {1, 2, 8, 16}, {1})),
                 QStringList({QStringLiteral("T1"), QStringLiteral("T2"), QStringLiteral("T3")}));
    }

    void whatFailsFromTheStartIsLeftOut()
    {
        Agenda agenda = Agenda::compare(threeFiles(), {2});
        record::Run run = runOf(*agenda.next());
        run.tasks[1].state = record::TaskState::Failed;
        agenda.ended(std::move(run));
        QCOMPARE(agenda.left(), 3);
        while (const auto plan = agenda.next()) {
            QCOMPARE(plan->entries.size(), std::size_t(2));
            QCOMPARE(plan->entries.back().id, 3);
            agenda.ended(runOf(*plan));
        }
        QVERIFY(agenda.trial().stopped.isEmpty());
    }

    void aSweepOfFewerFilesHasFewerNumbers()
    {
        Agenda agenda = Agenda::sweep(threeFiles(), {1, 2, 3}, {2});
        record::Run run = runOf(*agenda.next());
        run.tasks[1].state = record::TaskState::Failed;
        agenda.ended(std::move(run));
        QStringList steps = stepsOf(std::move(agenda));
        QCOMPARE(steps.takeFirst(), QStringLiteral("T2"));
        steps.sort();
        QCOMPARE(steps, QStringList({QStringLiteral("T1"), QStringLiteral("T2")}));
    }

    void aLinkThatIsRefusedOneAtATimeSaysNothingAboutTheNumber()
    {
        Agenda agenda = Agenda::sweep(threeFiles(), {1, 2}, {1});
        record::Run run = refusedRunOf(*agenda.next());
        run.tasks.front().state = record::TaskState::Failed;
        agenda.ended(std::move(run));
        QCOMPARE(agenda.left(), 1);
    }

    void aSweepEndsBelowTheNumberThatAServerMinds()
    {
        Agenda agenda = Agenda::sweep(files(20), {1, 4, 8, 16}, {3});
        int highest = 0;
        while (const auto plan = agenda.next()) {
            highest = std::max(highest, plan->atOnce);
            agenda.ended(plan->atOnce >= 8 ? refusedRunOf(*plan) : runOf(*plan));
        }
        QCOMPARE(highest, 8);
        QCOMPARE(agenda.runs().size(), std::size_t(3 + 3 + 1));
        QVERIFY(agenda.trial().stopped.contains(u'8'));
    }

    void whatCannotBeComparedIsNotGoneOnWith()
    {
        Agenda agenda = Agenda::compare(threeFiles(), {6});
        agenda.ended(runOf(*agenda.next()));
        record::Run run = runOf(*agenda.next());
        run.tasks.front().state = record::TaskState::Failed;
        agenda.ended(std::move(run));
        QVERIFY2(!agenda.next(), "it came in one way and not in the other");
        QVERIFY(agenda.trial().stopped.contains(u"failed"));
    }

    void nothingIsGoneOnWithWhenNothingCame()
    {
        Agenda agenda = Agenda::compare(threeFiles(), {6});
        record::Run run = runOf(*agenda.next());
        for (record::TaskRecord &task : run.tasks)
            task.state = record::TaskState::Failed;
        agenda.ended(std::move(run));
        QVERIFY(!agenda.next());
    }

    void aRunThatWasStoppedIsTheLast()
    {
        Agenda agenda = Agenda::compare(threeFiles(), {6});
        record::Run run = runOf(*agenda.next());
        run.facts.stopped = true;
        agenda.ended(std::move(run));
        QVERIFY(!agenda.next());
    }
};

LAPWING_TEST(TestAgenda)
#include "tst_agenda.moc"
