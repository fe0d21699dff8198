// SPDX-License-Identifier: MIT
#include "run/runprogress.h"
#include "support/testmain.h"
#include "ui/rows.h"

using namespace lapwing;
using record::TaskState;

namespace {

record::Ledger ledgerOf(std::vector<record::SharedRecord> tasks)
{
    record::Ledger ledger;
    ledger.putBack(std::move(tasks));
    return ledger;
}

int percent(std::vector<record::SharedRecord> tasks)
{
    return static_cast<int>(ui::progressOf(ledgerOf(std::move(tasks))).value_or(-1) * 100);
}

record::TaskRecord cancelled(int id)
{
    record::TaskRecord task = test::downloadingTask(id);
    task.state = TaskState::Cancelled;
    return task;
}

} // namespace

class RunProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsThatOfTheBytes()
    {
        // 1 MiB of 1 and 1 MiB of 2
        QCOMPARE(percent({test::doneTask(1), test::downloadingTask(2)}), 66);
    }

    void whatFailedOrWasCancelledDoesNotCount()
    {
        QCOMPARE(percent({test::downloadingTask(1)}), 50);
        QCOMPARE(percent({test::downloadingTask(1), test::failedTask(2), cancelled(3)}), 50);
    }

    void whatIsLeftIsOfWhatGoesOn()
    {
        record::TaskRecord paused = test::downloadingTask(4);
        paused.state = TaskState::Paused;
        const auto left = [](std::vector<record::SharedRecord> tasks) {
            return ui::bytesLeft(test::runOf(plan::Mode::Together, 1, std::move(tasks)));
        };
        const std::vector<record::SharedRecord> tasks{test::doneTask(1), test::downloadingTask(2),
                                                      test::failedTask(3), paused};
        QCOMPARE(left(tasks), std::optional<qint64>(1 << 20)); // 1 MiB of 2 is here
        QVERIFY(!left({test::downloadingTask(1), test::queuedTask(2)}));
        QCOMPARE(left({test::doneTask(1)}), std::optional<qint64>(0));
    }

    void allIsPausedWhereNothingElseStartsByItself()
    {
        record::TaskRecord paused = test::downloadingTask(1);
        paused.state = TaskState::Paused;
        const record::Ledger ledger = ledgerOf({paused, test::queuedTask(2), test::doneTask(3)});
        QVERIFY(ui::isAllPaused({ledger.totals(), 1}));
        QVERIFY(!ui::isAllPaused({ledger.totals(), 0}));
        QVERIFY(!ui::isAllPaused({ledgerOf({test::queuedTask(1)}).totals(), 1}));
    }

    void aSizeThatIsNotKnownLeavesTheFilesToCount()
    {
        const record::Ledger ledger =
            ledgerOf({test::doneTask(1), test::failedTask(2), cancelled(3), test::queuedTask(4)});
        QVERIFY(!ui::progressOf(ledger));
        QCOMPARE(ui::shareEnded(ledger.totals(), ledger.size()), 0.5);
        QVERIFY(!ui::progressOf({}));
        QCOMPARE(ui::shareEnded({}, 0), 0.0);
    }
};

LAPWING_TEST(RunProgressTest)
#include "tst_runprogress.moc"
