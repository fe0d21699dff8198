// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "timeline/stretch.h"
#include "ui/rows.h"

using namespace lapwing;
using namespace lapwing::test;

namespace {

/// Two at once from 0 on: waits 0 to 400 and comes until 1,000; waits 200 to 300 and comes until 500.
std::vector<record::SharedRecord> twoTasks()
{
    return {simpleTask(1, 0, 400, 1000, 6000), simpleTask(2, 200, 300, 500, 1000), queuedTask(3)};
}

ui::StretchSums sumsOver(double from, double to, record::RunFacts facts = {})
{
    facts.atOnce = 2;
    return ui::sumsOf(twoTasks(), facts, {ms(from), ms(to)}, ms(1000));
}

} // namespace

class StretchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeRunIsExact()
    {
        const ui::StretchSums sums = sumsOver(0, 1000);
        QCOMPARE(sums.time, ms(1000));
        QCOMPARE(sums.tasks, 2);
        QCOMPARE(sums.bytes, std::optional<qint64>(7000));
        QVERIFY(sums.isBytesExact);
        QCOMPARE(sums.active, ms(1300));
        QCOMPARE(sums.waiting, ms(500));
        QCOMPARE(sums.receiving, ms(800));
        QCOMPARE(sums.idleSlots, 0.7);
    }

    void whatIsQueuedBetweenTwoHopsHoldsNoSlot()
    {
        record::RunFacts facts;
        facts.atOnce = 2;
        const ui::StretchSums sums =
            ui::sumsOf({requeuedTask(1, 10, 300, 400)}, facts, {ms(0), ms(400)}, ms(400));
        QCOMPARE(sums.active, ms(110));
    }

    void whatReachesOverAnEdgeIsCut()
    {
        const ui::StretchSums sums = sumsOver(450, 700);
        QCOMPARE(sums.tasks, 2);
        QCOMPARE(sums.active, ms(300));
        QCOMPARE(sums.waiting, ms(0));
        QCOMPARE(sums.bytes, std::optional<qint64>(2750)); // 250 of 600, 50 of 200
        QVERIFY(!sums.isBytesExact);
    }

    void whereNothingCameThereIsNoFigure()
    {
        const ui::StretchSums sums = sumsOver(0, 250);
        QVERIFY(!sums.bytes);
        QCOMPARE(sums.waiting, ms(300));
    }

    void whatIsToComeDoesNotCount()
    {
        QCOMPARE(sumsOver(900, 5000).time, ms(100));
        QCOMPARE(sumsOver(2000, 5000).tasks, 0);
    }

    void atOnceMayChangeWithin()
    {
        record::RunFacts facts;
        facts.atOnceChanges = {{ms(500), 4}};
        QCOMPARE(sumsOver(0, 1000, facts).slots, 3.);
        QCOMPARE(sumsOver(600, 1000, facts).slots, 4.);
        facts.atOnce = 2;
        QCOMPARE(ui::atOnceAt(facts, ms(499)), 2);
        QCOMPARE(ui::atOnceAt(facts, ms(500)), 4);
    }

    void tasksAreActiveFromStartToEnd()
    {
        const record::TaskRecord task = simpleTask(1, 100, 200, 300, 1);
        QVERIFY(ui::isActiveIn(task, {ms(0), ms(101)}));
        QVERIFY(!ui::isActiveIn(task, {ms(0), ms(100)}));
        QVERIFY(ui::isActiveIn(task, {ms(299), ms(400)}));
        QVERIFY(!ui::isActiveIn(task, {ms(300), ms(400)}));
        QVERIFY(!ui::isActiveIn(queuedTask(1), {ms(0), ms(400)}));
    }

    void theLineSaysWhatIsExact()
    {
        QVERIFY(ui::wordsFor(sumsOver(0, 1000)).contains(u"7.0 kB"));
        QVERIFY(!ui::wordsFor(sumsOver(0, 1000)).contains(u"about"));
        QVERIFY(ui::wordsFor(sumsOver(450, 700)).contains(u"about 2.8 kB"));
        QVERIFY(ui::wordsFor(sumsOver(450, 700)).contains(u"2 downloads active"));
        QVERIFY(ui::wordsFor(sumsOver(600, 700)).contains(u"1 download active"));
        QVERIFY(ui::wordsFor(sumsOver(0, 1000)).contains(u"38 % waiting, 62 % receiving"));
        QVERIFY(ui::wordsFor(sumsOver(0, 1000)).contains(u"0.7 of 2 slots idle"));
    }
};

LAPWING_TEST(StretchTest)
#include "tst_stretch.moc"
