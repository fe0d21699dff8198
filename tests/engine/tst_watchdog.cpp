// SPDX-License-Identifier: MIT
#include "engine/watchdog.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using record::Cause;

namespace {

/// One download under watch, and time that passes when the test says so.
struct Watched {
    test::FakeClock clock;
    engine::Watchdog dog{&clock};
    async::Event event;
    engine::Watchdog::Watch watch{&dog, &event};

    void advance(std::chrono::milliseconds by)
    {
        clock.advance(by);
        dog.patrol();
    }
};

} // namespace

class TestWatchdog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bitesWithTheReasonWhenTimeIsUp()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 3s);
        watched.advance(2900ms);
        QVERIFY(!watched.watch.bitten());
        watched.advance(100ms);
        QCOMPARE(watched.watch.bitten(), std::optional(Cause::Stalled));
        QVERIFY(watched.event.operator co_await().await_ready());
    }

    void expectingAgainStartsAnew()
    {
        Watched watched;
        watched.watch.expect(Cause::ConnectTimeout, 3s);
        watched.advance(2s);
        watched.watch.expect(Cause::FirstByteTimeout, 3s);
        watched.advance(2s);
        QVERIFY(!watched.watch.bitten());
        watched.advance(1s);
        QCOMPARE(watched.watch.bitten(), std::optional(Cause::FirstByteTimeout));
    }

    void aWaitOfOursIsNobodysFault()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 1s);
        watched.watch.rest();
        watched.advance(4s);
        QVERIFY(!watched.watch.bitten());
    }

    void aSleepingMachineKillsNoTask()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 30s);
        watched.clock.advance(1h); // nobody patrolled meanwhile
        watched.dog.patrol();
        QVERIFY(!watched.watch.bitten());
        for (int i = 0; i < 10; ++i)
            watched.advance(3s);
        QVERIFY(watched.watch.bitten());
    }
};

LAPWING_TEST(TestWatchdog)
#include "tst_watchdog.moc"
