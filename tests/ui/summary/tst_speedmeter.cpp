// SPDX-License-Identifier: MIT
#include "summary/speedmeter.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class SpeedMeterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneSampleIsNoSpeed()
    {
        ui::SpeedMeter meter;
        QVERIFY(!meter.rate());
        meter.add(0s, 1000);
        QVERIFY(!meter.rate());
        meter.add(0s, 2000);
        QVERIFY2(!meter.rate(), "no time went by");
    }

    void itIsTheSpeedOfTheLastSeconds()
    {
        ui::SpeedMeter meter;
        for (int second = 0; second <= 60; ++second)
            meter.add(std::chrono::seconds(second), second < 50 ? 1000 * second : 50'000);
        QCOMPARE(meter.rate(), std::optional(0.0)); // what came before is of no account
        meter.add(61s, 53'000);
        QCOMPARE(meter.rate(), std::optional(1000.0));
    }

    void whatIsThrownAwayIsNoNegativeSpeed()
    {
        ui::SpeedMeter meter;
        meter.add(0s, 5000);
        meter.add(1s, 9000);
        meter.add(2s, 4000);
        QVERIFY(!meter.rate());
    }
};

LAPWING_TEST(SpeedMeterTest)
#include "tst_speedmeter.moc"
