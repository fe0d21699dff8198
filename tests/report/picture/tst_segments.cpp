// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "report/picture/scale.h"
#include "report/picture/segments.h"
#include "report/svgprobe.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using report::Part;

class SegmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMomentBelongsToOneSegment_data();
    void everyMomentBelongsToOneSegment();
    void partsAreThoseOfTheStamps();
    void onlyTheMomentThatWasTakenLateIsMarked();
    void aConnectionThatWasThereIsTold();
    void aPauseIsNoRetry();
    void aPauseBeforeTheBeginningIsNoTimeInTheQueue();
    void waitingForRoomAfterARedirectIsTimeInTheQueue();
    void whatNobodyTookWaited();
    void aRunThatWasCutOffEndedAfterItsPauses();
    void ticksAreRound_data();
    void ticksAreRound();
};

namespace {

record::Stamp sumOf(const std::vector<report::Segment> &segments, Part part)
{
    record::Stamp sum{};
    for (const report::Segment &segment : segments)
        sum += segment.part == part ? segment.to - segment.from : record::Stamp{};
    return sum;
}

} // namespace

void SegmentsTest::everyMomentBelongsToOneSegment_data()
{
    QTest::addColumn<int>("task");
    for (int task = 0; task < 16; ++task)
        QTest::addRow("%d", task) << task;
}

void SegmentsTest::everyMomentBelongsToOneSegment()
{
    QFETCH(int, task);
    static const report::Document document = troubledDocument();
    const record::Run &run = document.runs.front();
    const record::TaskRecord &record = run.tasks.at(static_cast<std::size_t>(task));
    record::Stamp at{};
    for (const report::Segment &segment : report::segmentsOf(record, report::endOf(run))) {
        QCOMPARE(segment.from.count(), at.count());
        QVERIFY(segment.to > segment.from);
        at = segment.to;
    }
    QCOMPARE(at.count(), record.end.value_or(record::Stamp{}).count());
}

void SegmentsTest::partsAreThoseOfTheStamps()
{
    record::TaskRecord task =
        doneTask(1, {hop(QStringLiteral("http://one.example/"), 10, 30, 130, 330)}, 1000, 350);
    task.start = ms(8);
    task.attempts.front().start = ms(8);
    task.attempts.front().hops.front().lookUp = ms(8);
    const auto segments = report::segmentsOf(task, ms(1000));
    QCOMPARE(sumOf(segments, Part::Queued), ms(8));
    QCOMPARE(sumOf(segments, Part::LookUp), ms(2));
    QCOMPARE(sumOf(segments, Part::SetUp), ms(20));
    QCOMPARE(sumOf(segments, Part::Wait), ms(100));
    QCOMPARE(sumOf(segments, Part::Receive), ms(200));
    QCOMPARE(sumOf(segments, Part::Commit), ms(20));
    QCOMPARE(sumOf(segments, Part::Unexplained), ms(0));
}

/// The wait ends and the receipt begins at it; the receipt's own end was in time.
void SegmentsTest::onlyTheMomentThatWasTakenLateIsMarked()
{
    const report::Document document = troubledDocument();
    const record::Run &run = document.runs.front();
    const record::TaskRecord &task = run.tasks.at(8);
    const record::Stamp late = task.attempts.front().hops.front().headers.value();
    int marks = 0;
    for (const report::Segment &segment :
         report::segmentsOf(task, report::endOf(run), run.facts.loop)) {
        QCOMPARE(segment.isFromLate, segment.from == late);
        QCOMPARE(segment.isToLate, segment.to == late);
        marks += segment.isLate() ? 1 : 0;
    }
    QCOMPARE(marks, 2);
}

void SegmentsTest::aConnectionThatWasThereIsTold()
{
    record::TaskRecord task =
        doneTask(1, {hop(QStringLiteral("https://one.example/"), 10, 30, 130, 330)}, 1000, 350);
    QCOMPARE(sumOf(report::segmentsOf(task, ms(350)), Part::Reused), ms(20));
    task.attempts.front().hops.front().encrypted = ms(29);
    QCOMPARE(sumOf(report::segmentsOf(task, ms(350)), Part::SetUp), ms(20));
}

void SegmentsTest::aPauseIsNoRetry()
{
    record::TaskRecord task =
        doneTask(1, {hop(QStringLiteral("http://one.example/"), 500, 530, 630, 730)}, 1000, 750);
    record::Attempt first;
    first.start = ms(0);
    first.end = ms(100);
    first.failure = record::make(record::Cause::ConnectionCut);
    task.attempts.insert(task.attempts.begin(), first);
    task.start = ms(0);
    task.pauses = {{ms(200), ms(350)}};
    const auto segments = report::segmentsOf(task, ms(750));
    QCOMPARE(sumOf(segments, Part::Retry), ms(250));
    QCOMPARE(sumOf(segments, Part::Paused), ms(150));
    QCOMPARE(sumOf(segments, Part::Unexplained), ms(100));
}

void SegmentsTest::aPauseBeforeTheBeginningIsNoTimeInTheQueue()
{
    record::TaskRecord task = simpleTask(1, 700, 750, 800, 10);
    task.pauses = {{ms(100), ms(400)}};
    auto segments = report::segmentsOf(task, ms(800));
    QCOMPARE(sumOf(segments, Part::Queued), ms(400));
    QCOMPARE(sumOf(segments, Part::Paused), ms(300));
    task = record::TaskRecord();
    task.state = record::TaskState::Paused;
    task.pauses = {{ms(100), {}}};
    segments = report::segmentsOf(task, ms(800));
    QCOMPARE(sumOf(segments, Part::Queued), ms(100));
    QCOMPARE(sumOf(segments, Part::Paused), ms(700));
}

void SegmentsTest::waitingForRoomAfterARedirectIsTimeInTheQueue()
{
    record::TaskRecord task = requeuedTask(1, 10, 300, 400);
    task.pauses = {{ms(100), ms(150)}};
    auto segments = report::segmentsOf(task, ms(400));
    QCOMPARE(sumOf(segments, Part::Queued), ms(240));
    QCOMPARE(sumOf(segments, Part::Paused), ms(50));
    QCOMPARE(sumOf(segments, Part::Unexplained), ms(0));
    task.state = record::TaskState::Queued;
    task.end.reset();
    task.attempts.front().end.reset();
    task.attempts.front().received.reset();
    task.attempts.front().hops.pop_back();
    task.attempts.front().hops.back().taken.reset();
    segments = report::segmentsOf(task, ms(500)); // it still waits
    QCOMPARE(sumOf(segments, Part::Queued), ms(440));
    QCOMPARE(sumOf(segments, Part::Unexplained), ms(0));
}

void SegmentsTest::whatNobodyTookWaited()
{
    record::TaskRecord task;
    QCOMPARE(sumOf(report::segmentsOf(task, ms(700)), Part::Queued), ms(700));
    task.state = record::TaskState::Cancelled;
    QVERIFY(report::segmentsOf(task, ms(700)).empty());
}

/// What came after a pause came in the time that the run went on, not in no time.
void SegmentsTest::aRunThatWasCutOffEndedAfterItsPauses()
{
    record::Run run;
    run.tasks = {simpleTask(1, 0, 10, 1000, 100), simpleTask(2, 21'000, 21'010, 0, 100)};
    record::TaskRecord &open = run.tasks.back().edit();
    open.state = record::TaskState::Paused;
    open.end.reset();
    open.attempts.back().received.reset();
    open.attempts.back().end.reset();
    open.attempts.back().hops.back().end.reset();
    run.facts.elapsed = ms(4000); // without the 20 s in which nothing was active
    QCOMPARE(report::endOf(run), ms(24'000));
}

void SegmentsTest::ticksAreRound_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<QString>("last");
    QTest::newRow("milliseconds") << 0.0123 << QStringLiteral("0.012");
    QTest::newRow("a second") << 1.0 << QStringLiteral("1.0");
    QTest::newRow("seconds") << 7.3 << QStringLiteral("7");
    QTest::newRow("minutes") << 600.0 << QStringLiteral("600");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0");
}

void SegmentsTest::ticksAreRound()
{
    QFETCH(double, most);
    const report::Scale scale(100, 900, most);
    const std::vector<double> ticks = scale.ticks(70);
    QCOMPARE(ticks.front(), 0.0);
    QCOMPARE(scale.at(0.0), 100.0);
    QVERIFY(ticks.size() <= 12);
    QVERIFY(most == 0 || ticks.size() >= 5);
    for (std::size_t tick = 1; tick < ticks.size(); ++tick)
        QVERIFY(scale.at(ticks[tick]) - scale.at(ticks[tick - 1]) >= 70 - 1e-6);
    QTEST(report::tickText(ticks.back(), ticks), "last");
}

LAPWING_TEST(SegmentsTest)
#include "tst_segments.moc"
