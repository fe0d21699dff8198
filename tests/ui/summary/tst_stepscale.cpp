// SPDX-License-Identifier: MIT
#include "summary/stepscale.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class StepScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTheSmallestStepThatHoldsAll_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("longest");
        QTest::addColumn<std::chrono::milliseconds>("end");
        QTest::newRow("nothing") << 0ms << 1'000ms;
        QTest::newRow("a step itself") << 5'000ms << 5'000ms;
        QTest::newRow("a little more") << 5'001ms << 10'000ms;
        QTest::newRow("minutes") << 61'000ms << 120'000ms;
        QTest::newRow("hours") << 5h + 0ms << 8h + 0ms;
    }
    void itIsTheSmallestStepThatHoldsAll()
    {
        QFETCH(std::chrono::milliseconds, longest);
        QFETCH(std::chrono::milliseconds, end);
        ui::StepScale scale;
        QCOMPARE(scale.grow(longest), record::Stamp(end));
    }

    void itOnlyGrows()
    {
        ui::StepScale scale;
        for (record::Stamp before{}, now{}; now < 3min; now += 700ms) {
            const record::Stamp end = scale.grow(now);
            QVERIFY(end >= before && end >= now);
            before = end;
        }
        QCOMPARE(scale.grow(1s), record::Stamp(5min));
        scale.restart();
        QCOMPARE(scale.grow(1s), record::Stamp(1s));
    }

    void theLongestRunHasAScale()
    {
        ui::StepScale scale;
        QVERIFY(scale.grow(record::Stamp::max()) > record::Stamp());
    }
};

LAPWING_TEST(StepScaleTest)
#include "tst_stepscale.moc"
