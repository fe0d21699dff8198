// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "timeline/axis.h"
#include "timeline/timerange.h"

#include <set>

using namespace lapwing;
using namespace lapwing::test;
using Follow = ui::TimeRange::Follow;

namespace {

/// 1,000 pixels for `seconds` that have passed.
ui::TimeRange rangeOver(double seconds, bool isRunning = false)
{
    ui::TimeRange range;
    range.setWidth(1000);
    range.setRunning(isRunning);
    range.setEnd(ms(seconds * 1000));
    return range;
}

QStringList textsOf(const ui::TimeRange &range)
{
    QStringList texts;
    for (const ui::Tick &tick : ui::ticksOf(range, 80)) {
        const double x = range.x(tick.at);
        if (x >= 0 && x <= range.width())
            texts << QString(tick.text).remove(QChar(0x2068)).remove(QChar(0x2069));
    }
    return texts;
}

} // namespace

class TimeRangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allIsInSightAtFirst()
    {
        const ui::TimeRange range = rangeOver(5);
        QCOMPARE(range.x({}), 0.);
        QVERIFY(range.x(ms(5000)) > 750); // no step is wider than a quarter
        QVERIFY(range.x(ms(5000)) < 1000);
        QCOMPARE(range.following(), Follow::All);
    }

    void momentsAndPixelsAgree()
    {
        ui::TimeRange range = rangeOver(5);
        for (const bool isMirrored : {false, true}) {
            range.setMirrored(isMirrored);
            QCOMPARE(range.timeAt(range.x(ms(1234))), ms(1234));
        }
        QCOMPARE(range.x({}), 1000.); // it begins on the right
        QVERIFY(range.x(ms(2000)) < range.x(ms(1000)));
        QCOMPARE(range.timeAt(2000), record::Stamp{}); // before the start there is nothing
    }

    /// Bars can be seen to grow: for most updates the scale is what it was.
    void theScaleGrowsInSteps()
    {
        ui::TimeRange range = rangeOver(1, true);
        std::set<record::Stamp> scales;
        for (int tenths = 10; tenths <= 1000; ++tenths) {
            range.setEnd(ms(tenths * 100));
            scales.insert(range.perPixel());
            QVERIFY(range.x(range.end()) <= 1000);
            QVERIFY(range.x(range.end()) > 500);
        }
        QVERIFY2(scales.size() <= 21, qPrintable(QString::number(scales.size())));
        QVERIFY(scales.size() > 5);
    }

    void theEndFitsClosely()
    {
        ui::TimeRange range = rangeOver(10.1, true);
        const record::Stamp before = range.perPixel();
        range.setRunning(false);
        QVERIFY(range.perPixel() <= before);
        QVERIFY(range.x(range.end()) > 750);
    }

    void zoomingKeepsWhatIsUnderThePointer()
    {
        ui::TimeRange range = rangeOver(10);
        const record::Stamp moment = range.timeAt(700);
        const record::Stamp before = range.perPixel();
        range.zoomAt(700, 5);
        QVERIFY(range.perPixel() < before / 2);
        QVERIFY(std::abs(range.x(moment) - 700) < 1e-3);
        QCOMPARE(range.following(), Follow::No);
        range.zoomAt(700, -5);
        QCOMPARE(range.perPixel(), before);
        QVERIFY(std::abs(range.x(moment) - 700) < 1e-3);
    }

    void zoomingEnds()
    {
        ui::TimeRange range = rangeOver(10);
        range.zoomAt(0, 1000);
        QCOMPARE(range.perPixel(), record::Stamp(1000));
        range.zoomAt(0, -1000);
        QVERIFY(range.x(range.end()) > 100); // what there is can still be seen
    }

    void draggingGoesAlongWithTheHand()
    {
        ui::TimeRange range = rangeOver(10);
        range.zoomAt(0, 5);
        range.drag(-300);
        const record::Stamp moment = range.timeAt(100);
        range.drag(50);
        QVERIFY(std::abs(range.x(moment) - 150) < 1e-3);
        range.setMirrored(true);
        const record::Stamp other = range.timeAt(100);
        range.drag(50);
        QVERIFY(std::abs(range.x(other) - 150) < 1e-3);
        QCOMPARE(range.following(), Follow::No);
    }

    void nobodyGetsLost()
    {
        ui::TimeRange range = rangeOver(10);
        range.zoomAt(500, 5);
        range.drag(1e9);
        QCOMPARE(range.from(), record::Stamp{});
        range.drag(-1e9);
        QVERIFY(range.x(range.end()) > 0);
    }

    void whatWasMovedByHandStays()
    {
        ui::TimeRange range = rangeOver(10, true);
        range.zoomAt(100, 3);
        const record::Stamp from = range.from();
        range.setEnd(ms(60'000));
        QCOMPARE(range.from(), from);
        range.toEnd();
        const record::Stamp scale = range.perPixel();
        for (int second = 61; second < 90; ++second) {
            range.setEnd(ms(second * 1000));
            QVERIFY(range.x(range.end()) > 0 && range.x(range.end()) <= 1000);
            QCOMPARE(range.perPixel(), scale);
        }
        range.fit();
        QCOMPARE(range.following(), Follow::All);
        QCOMPARE(range.from(), record::Stamp{});
        range.setEnd(ms(200'000));
        QVERIFY(range.x(range.end()) <= 1000);
    }

    void anotherRunBeginsAtItsStart()
    {
        ui::TimeRange range = rangeOver(100, true);
        const record::Stamp before = range.perPixel();
        range.setEnd(ms(100));
        QVERIFY(range.perPixel() < before / 10);
        range.setEnd(ms(100'000));
        range.toEnd();
        range.zoomAt(900, 10);
        range.setEnd(ms(100));
        QCOMPARE(range.from(), record::Stamp{});
    }

    void oneAtATimeCanBeSeenToItsEnd()
    {
        ui::TimeRange range = rangeOver(10);
        range.setHorizon(ms(80'000));
        range.fitToHorizon();
        QVERIFY(range.x(ms(80'000)) <= 1000);
        QVERIFY(range.x(ms(80'000)) > 750);
    }

    void ticksAreRound_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("closer");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addRow("parts of a second") << 0.9 << 0 << "0 s"
                                           << "0.1 s";
        QTest::addRow("seconds") << 12. << 0 << "0 s"
                                 << "1 s";
        QTest::addRow("minutes") << 600. << 0 << "0:00"
                                 << "1:00";
        QTest::addRow("hours") << 36'000. << 0 << "0:00"
                               << "1:00:00";
        QTest::addRow("milliseconds of an hour") << 3600. << 60 << "0 s"
                                                 << "0.0005 s";
    }

    void ticksAreRound()
    {
        QFETCH(double, seconds);
        QFETCH(int, closer);
        ui::TimeRange range = rangeOver(seconds);
        range.zoomAt(0, closer);
        const QStringList texts = textsOf(range);
        QVERIFY(texts.size() > 3 && texts.size() <= 13);
        QTEST(texts[0], "first");
        QTEST(texts[1], "second");
    }

    /// However far from the start one looks, and however closely.
    void ticksAreFew()
    {
        ui::TimeRange range = rangeOver(1e6);
        range.toEnd();
        range.zoomAt(500, 1000);
        QVERIFY(ui::ticksOf(range, 80).size() < 16);
    }
};

LAPWING_TEST(TimeRangeTest)
#include "tst_timerange.moc"
