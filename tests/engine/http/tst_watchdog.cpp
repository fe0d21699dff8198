// SPDX-License-Identifier: MIT
#include "engine/http/watchdog.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using record::Cause;

namespace {

/// One download under watch, and time that passes when the test says so.
struct Watched {
    test::FakeClock clock;
    qint64 memory = 50'000'000;
    engine::LastSent sent{80, std::chrono::steady_clock::now(), {}};
    engine::Connection own{1, 80, sent.when, 5000};
    engine::Connection other{2, 81, sent.when, 5000};
    engine::Watchdog dog{&clock,
                         {[this] { return memory; },
                          [this] {
                              return std::vector{own, other};
                          }}};
    async::Event event;
    engine::Watchdog::Watch watch{&dog, &event, [this] { return std::optional(sent); }};

    void advance(std::chrono::milliseconds by)
    {
        clock.advance(by);
        dog.check();
    }
};

} // namespace

class TestWatchdog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expiresWithTheCauseWhenTimeIsUp()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 3s);
        for (int i = 0; i < 29; ++i)
            watched.advance(100ms);
        QVERIFY(!watched.watch.expiredWith());
        watched.advance(100ms);
        QCOMPARE(watched.watch.expiredWith(), std::optional(Cause::Stalled));
        QVERIFY(watched.event.operator co_await().await_ready());
    }

    void expectingAgainStartsAnew()
    {
        Watched watched;
        watched.watch.expect(Cause::ConnectTimeout, 3s);
        watched.advance(1s);
        watched.advance(1s);
        watched.watch.expect(Cause::FirstByteTimeout, 3s);
        watched.advance(1s);
        watched.advance(1s);
        QVERIFY(!watched.watch.expiredWith());
        watched.advance(1s);
        QCOMPARE(watched.watch.expiredWith(), std::optional(Cause::FirstByteTimeout));
    }

    void aWaitOfOursIsNobodysFault()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 1s);
        watched.watch.suspend();
        watched.advance(4s);
        QVERIFY(!watched.watch.expiredWith());
    }

    void aSleepingMachineKillsNoTask()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 30s);
        watched.clock.advance(1h); // nothing was checked meanwhile
        watched.dog.check();
        QVERIFY(!watched.watch.expiredWith());
        for (int i = 0; i < 30; ++i)
            watched.advance(1s);
        QVERIFY(watched.watch.expiredWith());
    }

    void aProcessThatStoodStillForSecondsKillsNoTask()
    {
        Watched watched;
        watched.watch.expect(Cause::Stalled, 1s);
        watched.advance(3s);
        QVERIFY(!watched.watch.expiredWith());
    }

    /// Of a header, or of a chunk's size, that has no end nothing else is to be seen.
    void aWaitInWhichMemoryGrowsEndsEarly_data()
    {
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<bool>("ends");
        QTest::newRow("for a header") << Cause::FirstByteTimeout << true;
        QTest::newRow("for more of a body") << Cause::Stalled << true;
        QTest::newRow("for a connection: nothing comes of it") << Cause::ConnectTimeout << false;
    }
    void aWaitInWhichMemoryGrowsEndsEarly()
    {
        QFETCH(Cause, cause);
        QFETCH(bool, ends);
        Watched watched;
        watched.watch.expect(cause, 1h);
        watched.advance(100ms);
        watched.memory += engine::Watchdog::maxGrowth;
        watched.advance(100ms);
        watched.own.received += engine::Watchdog::maxReceived + 1;
        watched.advance(100ms);
        QVERIFY(!watched.watch.expiredWith());
        watched.memory += 1;
        watched.advance(100ms);
        QCOMPARE(watched.watch.expiredWith(), ends ? std::optional(cause) : std::nullopt);
        QCOMPARE(watched.watch.detail().isEmpty(), !ends);
    }

    /// A report that is opened in this process, or another download that is flooded.
    void memoryThatGrowsElsewhereIsNotItsFault()
    {
        Watched watched;
        watched.watch.expect(Cause::FirstByteTimeout, 1h);
        for (int second = 0; second < 10; ++second) {
            watched.advance(1s);
            watched.memory += engine::Watchdog::maxGrowth;
            watched.other.received += engine::Watchdog::maxGrowth;
            watched.own.received += 500;
        }
        QVERIFY(!watched.watch.expiredWith());
    }

    void whatCameBeforeMemoryGrewDoesNotCount()
    {
        Watched watched;
        watched.own.received =
            engine::Watchdog::maxReceived * 100; // the answers before, on this connection
        watched.watch.expect(Cause::FirstByteTimeout, 1h);
        watched.advance(100ms);
        watched.memory += engine::Watchdog::maxGrowth * 2;
        watched.advance(100ms);
        watched.advance(100ms);
        QVERIFY(!watched.watch.expiredWith());
    }

    void whatGrewBeforeAWaitIsNotItsFault()
    {
        Watched watched;
        watched.watch.expect(Cause::FirstByteTimeout, 1h);
        watched.advance(100ms);
        watched.memory += engine::Watchdog::maxGrowth * 2;
        watched.watch.expect(Cause::Stalled, 1h);
        watched.advance(100ms);
        watched.advance(100ms);
        QVERIFY(!watched.watch.expiredWith());
    }

    /// 12 s of 1 s each, with `bytes` in each, of which some are ours.
    static std::optional<Cause> afterTwelveSeconds(qint64 bytes, int ours,
                                                   std::chrono::seconds away)
    {
        Watched watched;
        watched.watch.keepRate({100, 10s});
        for (int second = 0; second < 12; ++second) {
            watched.watch.expect(Cause::Stalled, 30s);
            if (second < ours)
                watched.watch.suspend();
            watched.watch.addBytes(bytes);
            watched.advance(second == 5 ? 1s + away : 1s);
        }
        return watched.watch.expiredWith();
    }

    void whatIsTooSlowEnds()
    {
        QCOMPARE(afterTwelveSeconds(99, 0, 0s), std::optional(Cause::TooSlow));
        QCOMPARE(afterTwelveSeconds(100, 0, 0s), std::nullopt);
        QCOMPARE(afterTwelveSeconds(0, 3, 0s), std::nullopt); // 9 s are too few to judge by
        QCOMPARE(afterTwelveSeconds(0, 0, 1h), std::optional(Cause::TooSlow));
        QCOMPARE(afterTwelveSeconds(100, 0, 1h), std::nullopt); // a machine that slept
    }
};

LAPWING_TEST(TestWatchdog)
#include "tst_watchdog.moc"
