// SPDX-License-Identifier: MIT
#include "run/runtally.h"
#include "support/testmain.h"
#include "ui/rows.h"

using namespace lapwing;

namespace {

/// A quarter of it is here.
record::TaskRecord downloading()
{
    record::TaskRecord task;
    task.id = 1;
    task.state = record::TaskState::Downloading;
    task.size = 2000;
    task.bytes = 500;
    return task;
}

} // namespace

/// How much of a run has come.
class RunTallyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatChangedIsCountedOnce()
    {
        record::TaskRecord task = downloading();
        ui::RunTally tally;
        tally.take({{}, {task}});
        QCOMPARE(tally.sum().bytes, 500);
        QCOMPARE(tally.sum().files, 0.25);
        task.bytes = 1000;
        tally.take({{}, {task}});
        QCOMPARE(tally.sum().bytes, 1000);
        QCOMPARE(tally.sum().files, 0.5);
    }

    /// One of two is slow: a quarter of it came in 5 s.
    void itDoesNotEndBeforeItsSlowestFile()
    {
        record::TaskRecord slow = downloading();
        slow.start = std::chrono::seconds(2);
        record::TaskRecord fast = slow;
        fast.id = 2;
        fast.bytes = 1900;
        record::RunFacts facts;
        facts.elapsed = std::chrono::milliseconds(2500);
        ui::RunTally tally;
        tally.take({facts, {slow, fast}});
        QVERIFY2(tally.sum().notBefore == 0, "too early to tell");
        facts.elapsed = std::chrono::seconds(7);
        tally.take({facts, {slow, fast}});
        QCOMPARE(tally.sum().notBefore, 22.);
        facts.elapsed = std::chrono::seconds(8);
        fast.state = record::TaskState::Done;
        tally.take({facts, {fast}});
        QCOMPARE(tally.sum().notBefore, 22.);
        slow.state = record::TaskState::Failed;
        tally.take({facts, {slow}});
        QCOMPARE(tally.sum().notBefore, 0.);
    }

    void nothingIsToComeOfWhatFailed()
    {
        record::TaskRecord task;
        task.id = 1;
        task.state = record::TaskState::Failed;
        task.size = 2000;
        task.bytes = 500;
        ui::RunTally tally;
        tally.take({{}, {task, test::doneTask(2)}});
        QCOMPARE(tally.sum().bytes, test::doneTask(2).bytes);
        QCOMPARE(tally.sum().files, 2.);
    }
};

LAPWING_TEST(RunTallyTest)
#include "tst_runtally.moc"
