// SPDX-License-Identifier: MIT
#include "engine/watchdog.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using record::Cause;

class TestWatchdog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bitesWithTheReasonWhenTimeIsUp()
    {
        test::FakeClock clock;
        engine::Watchdog dog(&clock);
        async::Event event;
        engine::Watchdog::Watch watch(&dog, &event);
        watch.expect(Cause::Stalled, 3s);
        advance(&clock, &dog, 2900ms);
        QVERIFY(!watch.bitten());
        advance(&clock, &dog, 100ms);
        QCOMPARE(watch.bitten(), std::optional(Cause::Stalled));
        QVERIFY(event.operator co_await().await_ready());
    }

    void expectingAgainStartsAnew()
    {
        test::FakeClock clock;
        engine::Watchdog dog(&clock);
        async::Event event;
        engine::Watchdog::Watch watch(&dog, &event);
        watch.expect(Cause::ConnectTimeout, 3s);
        advance(&clock, &dog, 2s);
        watch.expect(Cause::FirstByteTimeout, 3s);
        advance(&clock, &dog, 2s);
        QVERIFY(!watch.bitten());
        advance(&clock, &dog, 1s);
        QCOMPARE(watch.bitten(), std::optional(Cause::FirstByteTimeout));
    }

    void aWaitOfOursIsNobodysFault()
    {
        test::FakeClock clock;
        engine::Watchdog dog(&clock);
        async::Event event;
        engine::Watchdog::Watch watch(&dog, &event);
        watch.expect(Cause::Stalled, 1s);
        watch.rest();
        advance(&clock, &dog, 4s);
        QVERIFY(!watch.bitten());
    }

    void aSleepingMachineKillsNoTask()
    {
        test::FakeClock clock;
        engine::Watchdog dog(&clock);
        async::Event event;
        engine::Watchdog::Watch watch(&dog, &event);
        watch.expect(Cause::Stalled, 30s);
        clock.advance(1h); // nobody patrolled meanwhile
        dog.patrol();
        QVERIFY(!watch.bitten());
        for (int i = 0; i < 10; ++i)
            advance(&clock, &dog, 3s);
        QVERIFY(watch.bitten());
    }

private:
    static void advance(test::FakeClock *clock, engine::Watchdog *dog, std::chrono::milliseconds by)
    {
        clock->advance(by);
        dog->patrol();
    }
};

LAPWING_TEST(TestWatchdog)
#include "tst_watchdog.moc"
