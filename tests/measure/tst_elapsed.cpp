// SPDX-License-Identifier: MIT
#include "measure/byhand.h"
#include "measure/elapsed.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;

namespace {

/// Start and end in milliseconds; below zero: absent.
using Intervals = std::vector<std::pair<double, double>>;

std::vector<record::TaskRecord> tasksOf(const Intervals &intervals)
{
    std::vector<record::TaskRecord> tasks;
    for (const auto &[start, end] : intervals) {
        record::TaskRecord task;
        if (start >= 0)
            task.start = ms(start);
        if (end >= 0)
            task.end = ms(end);
        tasks.push_back(task);
    }
    return tasks;
}

} // namespace

class ElapsedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unionOfActiveTimes_data();
    void unionOfActiveTimes();
};

void ElapsedTest::unionOfActiveTimes_data()
{
    QTest::addColumn<Intervals>("intervals");
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("expected");
    QTest::newRow("no task") << Intervals{} << 50.0 << 0.0;
    QTest::newRow("nobody started") << Intervals{{-1, -1}, {-1, -1}} << 50.0 << 0.0;
    QTest::newRow("one") << Intervals{{10, 30}} << 50.0 << 20.0;
    QTest::newRow("one after another") << Intervals{{0, 10}, {10, 30}} << 50.0 << 30.0;
    QTest::newRow("a gap is not counted") << Intervals{{0, 10}, {20, 30}} << 50.0 << 20.0;
    QTest::newRow("overlap is counted once") << Intervals{{0, 20}, {10, 30}} << 50.0 << 30.0;
    QTest::newRow("one inside another") << Intervals{{0, 30}, {10, 20}, {25, 35}} << 50.0 << 35.0;
    QTest::newRow("in any order") << Intervals{{40, 50}, {0, 10}, {5, 12}} << 50.0 << 22.0;
    QTest::newRow("running counts up to now") << Intervals{{0, 10}, {20, -1}} << 50.0 << 40.0;
    QTest::newRow("cancelled before it started") << Intervals{{-1, 40}, {0, 10}} << 50.0 << 10.0;
    QTest::newRow("started after now") << Intervals{{0, 10}, {60, -1}} << 50.0 << 10.0;
}

void ElapsedTest::unionOfActiveTimes()
{
    QFETCH(Intervals, intervals);
    QFETCH(double, now);
    QFETCH(double, expected);
    QCOMPARE(measure::elapsed(tasksOf(intervals), ms(now)), ms(expected));
}

LAPWING_TEST(ElapsedTest)
#include "tst_elapsed.moc"
