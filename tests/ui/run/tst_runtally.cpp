// SPDX-License-Identifier: MIT
#include "run/runtally.h"
#include "support/testmain.h"
#include "ui/rows.h"

using namespace lapwing;

/// How much of a run has come.
class RunTallyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatChangedIsCountedOnce()
    {
        record::TaskRecord task;
        task.id = 1;
        task.state = record::TaskState::Downloading;
        task.size = 2000;
        task.bytes = 500;
        ui::RunTally tally;
        tally.take({{}, {task}});
        QCOMPARE(tally.sum().bytes, 500);
        QCOMPARE(tally.sum().files, 0.25);
        task.bytes = 1000;
        tally.take({{}, {task}});
        QCOMPARE(tally.sum().bytes, 1000);
        QCOMPARE(tally.sum().files, 0.5);
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
