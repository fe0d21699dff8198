// SPDX-License-Identifier: MIT
#include "measure/elapsed.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;

namespace {

/// Start and end in milliseconds; below zero: absent.
using Intervals = std::vector<std::pair<double, double>>;

std::vector<record::SharedRecord> tasksOf(const Intervals &intervals)
{
    std::vector<record::SharedRecord> tasks;
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
    void aPausedTaskIsNotActive_data();
    void aPausedTaskIsNotActive();
    void aTaskThatWaitsForARetryIsActive();
    void aHoldCounts();
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

void ElapsedTest::aPausedTaskIsNotActive_data()
{
    QTest::addColumn<Intervals>("pauses"); // of a task from 10 to 50
    QTest::addColumn<double>("alone");
    QTest::addColumn<double>("beside"); // another that is active from 20 to 24
    QTest::newRow("none") << Intervals{} << 40.0 << 40.0;
    QTest::newRow("one") << Intervals{{20, 25}} << 35.0 << 39.0;
    QTest::newRow("two") << Intervals{{20, 25}, {30, 40}} << 25.0 << 29.0;
    QTest::newRow("from the start") << Intervals{{10, 25}} << 25.0 << 29.0;
    QTest::newRow("to the end") << Intervals{{45, 50}} << 35.0 << 35.0;
    QTest::newRow("open") << Intervals{{22, -1}} << 12.0 << 14.0;
    QTest::newRow("of no length") << Intervals{{22, 22}} << 40.0 << 40.0;
}

void ElapsedTest::aPausedTaskIsNotActive()
{
    QFETCH(Intervals, pauses);
    std::vector<record::SharedRecord> tasks = tasksOf({{10, 50}, {20, 24}});
    for (const auto &[from, to] : pauses)
        tasks.front().edit().pauses.push_back(
            {ms(from), to < 0 ? std::nullopt : std::optional(ms(to))});
    const auto elapsed = [](const auto &of) {
        return std::chrono::duration<double, std::milli>(measure::elapsed(of, ms(90))).count();
    };
    QTEST(elapsed(tasks), "beside");
    tasks.pop_back();
    QTEST(elapsed(tasks), "alone");
}

void ElapsedTest::aTaskThatWaitsForARetryIsActive()
{
    std::vector<record::SharedRecord> tasks = tasksOf({{10, -1}});
    tasks.front().edit().state = record::TaskState::Retrying;
    tasks.front().edit().retryAt = ms(80);
    QCOMPARE(measure::elapsed(tasks, ms(50)), ms(40));
}

void ElapsedTest::aHoldCounts()
{
    const std::vector<record::SharedRecord> tasks = tasksOf({{0, 10}, {70, 75}});
    const record::Hold ended{QStringLiteral("http://a:80"), ms(5), ms(65), ms(60)};
    const record::Hold open{QStringLiteral("http://a:80"), ms(5), ms(65), {}};
    QCOMPARE(measure::elapsed(tasks, ms(90), {ended}), ms(60 + 5));
    QCOMPARE(measure::elapsed(tasks, ms(40), {open}), ms(40 + 5));
    QCOMPARE(measure::elapsed(tasks, ms(90), {open}), ms(65 + 5)); // as long as was asked for
    QCOMPARE(measure::elapsed(tasks, ms(90), {ended, open}), ms(65 + 5));
}

LAPWING_TEST(ElapsedTest)
#include "tst_elapsed.moc"
