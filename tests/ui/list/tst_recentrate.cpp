// SPDX-License-Identifier: MIT
#include "list/recentrate.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class RecentRateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneSampleIsNoSpeed()
    {
        ui::RecentRate meter;
        QVERIFY(!meter.perSecond());
        meter.add(0s, 1000);
        QVERIFY(!meter.perSecond());
        meter.add(0s, 2000);
        QVERIFY2(!meter.perSecond(), "no time went by");
        meter.add(499ms, 3000);
        QVERIFY2(!meter.perSecond(), "too little to say");
        meter.add(500ms, 3000);
        QCOMPARE(meter.perSecond(), std::optional(4000.0));
    }

    void itIsTheSpeedOfTheLastSeconds()
    {
        ui::RecentRate meter;
        for (int second = 0; second <= 60; ++second)
            meter.add(std::chrono::seconds(second), second < 50 ? 1000 * second : 50'000);
        QCOMPARE(meter.perSecond(), std::optional(0.0)); // what came before is of no account
        meter.add(61s, 53'000);
        QCOMPARE(meter.perSecond(), std::optional(1000.0));
    }

    void whatIsThrownAwayIsNoNegativeSpeed()
    {
        ui::RecentRate meter;
        meter.add(0s, 5000);
        meter.add(1s, 9000);
        meter.add(2s, 4000);
        QVERIFY(!meter.perSecond());
    }
};

LAPWING_TEST(RecentRateTest)
#include "tst_recentrate.moc"
