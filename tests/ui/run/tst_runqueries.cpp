// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "run/runqueries.h"
#include "support/testmain.h"
#include "ui/rows.h"

using namespace lapwing;

class RunQueriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftKeepsItsFigures();
};

/// A file within a second. The server of the other link asked for 3 s, and refused it again after them.
void RunQueriesTest::whatIsLeftKeepsItsFigures()
{
    record::TaskRecord failed = test::failedTask(2);
    failed.start = test::ms(0);
    failed.end = test::ms(3000);
    record::Run run = test::runOf(plan::Mode::Together, 3, {test::doneTask(1), failed});
    run.facts.holds = {
        {QStringLiteral("http://one.example:80"), test::ms(10), test::ms(3000), test::ms(3000)}};
    ui::SharedRun shared(run);
    ui::Forgotten forgotten = ui::forgetFailed(shared, {2});
    QCOMPARE(shared->tasks.size(), std::size_t(1));
    QCOMPARE(shared->facts.elapsed, test::ms(1000));
    QVERIFY(shared->facts.holds.empty());
    ui::remember(shared, std::move(forgotten));
    QCOMPARE(shared->tasks.size(), std::size_t(2));
    QCOMPARE(shared->facts.elapsed, test::ms(3000));
    QCOMPARE(shared->facts.holds, run.facts.holds);
}

LAPWING_TEST(RunQueriesTest)
#include "tst_runqueries.moc"
