// SPDX-License-Identifier: MIT
#include "run/runloops.h"
#include "support/testmain.h"
#include "ui/rows.h"

using namespace lapwing;

namespace {

record::TaskRecord begun(int id, int at)
{
    record::TaskRecord task = test::doneTask(id);
    task.start = std::chrono::milliseconds(at);
    return task;
}

record::Run ended(std::vector<record::SharedRecord> tasks, int watched)
{
    record::Run run;
    run.facts.loop.emplace().watched = std::chrono::seconds(watched);
    run.tasks = std::move(tasks);
    return run;
}

} // namespace

/// The loop that the stamps of a row are held against.
class RunLoopsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowHasTheLoopOfItsOwnRun()
    {
        ui::RunLoops loops;
        loops.add(ended({begun(1, 10), begun(2, 20)}, 1));
        loops.add(ended({begun(2, 5)}, 2));
        QCOMPARE(loops.of(begun(1, 10))->watched, std::chrono::seconds(1));
        QCOMPARE(loops.of(begun(2, 5))->watched, std::chrono::seconds(2));
    }

    void noOtherLoopTakesThePlaceOfOneThatIsNotKnown()
    {
        ui::RunLoops loops;
        record::Run cutOff = ended({begun(1, 10)}, 1);
        cutOff.facts.loop.reset();
        loops.add(ended({begun(1, 5)}, 1));
        loops.add(cutOff);
        QVERIFY(!loops.of(begun(1, 10)));
        QVERIFY2(!loops.of(begun(2, 10)), "it is of no run that has ended");
        QVERIFY2(!loops.of(begun(1, 5)), "it has begun again since");
    }

    void whatNeverBeganHasNone()
    {
        ui::RunLoops loops;
        record::TaskRecord task = begun(1, 10);
        task.start.reset();
        loops.add(ended({task}, 1));
        QVERIFY(!loops.of(task));
    }
};

LAPWING_TEST(RunLoopsTest)
#include "tst_runloops.moc"
