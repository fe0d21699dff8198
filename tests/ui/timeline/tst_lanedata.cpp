// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "timeline/lanedata.h"
#include "ui/rows.h"

using namespace lapwing;
using namespace lapwing::test;
using ui::SlotSpan;

namespace {

ui::LaneInput inputOf(const std::vector<record::SharedRecord> &tasks, double now)
{
    ui::LaneInput input;
    input.now = ms(now);
    for (const record::TaskRecord &task : tasks)
        input.add(task);
    return input;
}

SlotSpan span(int slot, double from, double to, int row, double share = 1)
{
    return {slot, ms(from), ms(to), row, share};
}

record::Stamp sumOf(const std::vector<SlotSpan> &spans)
{
    record::Stamp sum{};
    for (const SlotSpan &span : spans)
        sum += span.to - span.from;
    return sum;
}

} // namespace

class LaneDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFreeSlotIsTakenAgain()
    {
        const ui::LaneSums sums =
            ui::sumsOf(inputOf({simpleTask(1, 0, 10, 100, 1), simpleTask(2, 0, 10, 50, 1),
                                simpleTask(3, 50, 60, 90, 1), simpleTask(4, 95, 96, 120, 1)},
                               200));
        QCOMPARE(sums.slotCount, 2);
        QCOMPARE(sums.slots,
                 (std::vector{span(0, 0, 100, 0), span(1, 0, 50, 1), span(1, 50, 90, 2),
                              span(1, 95, 120, 3)}));
    }

    void anAttemptThatGoesOnHoldsItsSlot()
    {
        const ui::LaneSums sums = ui::sumsOf(inputOf({downloadingTask(1), queuedTask(2)}, 700));
        QCOMPARE(sums.slots, std::vector{span(0, 0, 700, 0)});
    }

    /// A task that waits for its retry is in no slot.
    void aRetryIsAnotherFlight()
    {
        record::TaskRecord task = simpleTask(1, 0, 10, 100, 1);
        record::Attempt second = task.attempts.front();
        task.attempts.front().received.reset();
        second.start = ms(300);
        second.received = ms(400);
        task.attempts.push_back(second);
        QCOMPARE(ui::sumsOf(inputOf({task}, 500)).slots,
                 (std::vector{span(0, 0, 100, 0), span(0, 300, 400, 0)}));
    }

    /// Nor is one that waits for room where a redirect leads.
    void whatIsQueuedBetweenTwoHopsIsTwoFlights()
    {
        QCOMPARE(
            ui::sumsOf(inputOf({requeuedTask(1, 10, 300, 400), simpleTask(2, 10, 20, 300, 1)}, 500))
                .slots,
            (std::vector{span(0, 0, 10, 0), span(0, 10, 300, 1), span(0, 300, 400, 0)}));
    }

    void barsEndToEndAreAsLongAsTheTasks()
    {
        const ui::LaneSums sums =
            ui::sumsOf(inputOf({simpleTask(1, 0, 10, 100, 1), failedTask(2),
                                simpleTask(3, 50, 60, 90, 1), downloadingTask(4)},
                               200));
        QCOMPARE(sums.ghost, (std::vector{span(0, 0, 100, 0), span(0, 100, 140, 2)}));
        QCOMPARE(sums.ghostEnd, ms(140));
    }

    void bytesComeEvenly()
    {
        const ui::LaneSums sums = ui::sumsOf(
            inputOf({simpleTask(1, 0, 100, 300, 2000), simpleTask(2, 0, 200, 300, 500)}, 300));
        QCOMPARE(ui::binned(sums.throughput, {ms(0), ms(300)}, ms(100)),
                 (std::vector{0., 10'000., 15'000.}));
        QCOMPARE(ui::binned(sums.throughput, {ms(0), ms(400)}, ms(200)),
                 (std::vector{5'000., 7'500.}));
    }

    /// Eight files that a server sends at 300 kB/s each, one of them 30 kB in its first 10 ms: never more than 2.4 MB/s and that.
    void theHighestRateIsThatOfASecond()
    {
        std::vector<record::SharedRecord> tasks;
        for (int id = 1; id <= 8; ++id)
            tasks.push_back(simpleTask(id, 0, 100, 2100, 600'000));
        tasks.push_back(simpleTask(9, 0, 100, 110, 30'000));
        const ui::HighestRate highest = ui::sumsOf(inputOf(tasks, 2100)).highest;
        QCOMPARE(highest.over, ms(1000));
        QVERIFY(std::abs(highest.bytesPerSecond - 2'430'000) < 1);
        const auto brief = ui::sumsOf(inputOf({simpleTask(1, 0, 100, 300, 2000)}, 300)).highest;
        QCOMPARE(brief.over, ms(200)); // all of it was shorter
        QVERIFY(std::abs(brief.bytesPerSecond - 10'000) < 1);
        QCOMPARE(ui::sumsOf(inputOf({}, 300)).highest.bytesPerSecond, 0.);
    }

    void whatIsWiderThanAPixelStaysAsItIs()
    {
        const std::vector spans{span(0, 0, 100, 0), span(1, 20, 60, 1)};
        QCOMPARE(ui::coarsened(spans, {ms(0), ms(100)}, ms(10)), spans);
        QCOMPARE(ui::coarsened(spans, {ms(50), ms(100)}, ms(10)),
                 (std::vector{span(0, 50, 100, 0), span(1, 50, 60, 1)}));
    }

    void whatIsNarrowerIsToldAsAShare()
    {
        std::vector<SlotSpan> spans;
        for (int place = 0; place < 1000; ++place) // half of the time, for ten pixels
            spans.push_back(span(0, place, place + 0.5, place));
        QCOMPARE(ui::coarsened(spans, {ms(0), ms(1000)}, ms(100)),
                 std::vector{span(0, 0, 1000, -1, 0.5)});
    }

    /// A hundred thousand tasks: as many spans as pixels have room for, and the time is still there.
    void aLongListCostsNoMorePixels()
    {
        ui::LaneInput input;
        for (int task = 0; task < 100'000; ++task)
            input.add(simpleTask(task, task / 64 * 10, task / 64 * 10 + 2, task / 64 * 10 + 10, 9));
        const ui::LaneSums sums = ui::sumsOf(std::move(input));
        QCOMPARE(sums.slotCount, 64);
        QCOMPARE(sums.slots.size(), std::size_t(100'000));
        const record::Stamp end = ms(15'630);
        const ui::LanePicture picture = ui::pictureOf(sums, {ms(0), end}, end / 1000);
        QVERIFY(picture.slots.size() <= 64 * 1000);
        QCOMPARE(picture.rates.size(), std::size_t(1000));
        QVERIFY(sumOf(picture.slots) >= sumOf(sums.slots));
        QVERIFY(sumOf(picture.slots) < sumOf(sums.slots) * 101 / 100);
    }
};

LAPWING_TEST(LaneDataTest)
#include "tst_lanedata.moc"
