// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "async/sleep.h"
#include "engine/schedule/scheduler.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTimer>

using namespace lapwing;
using namespace std::chrono_literals;
using engine::Origin;
using engine::Scheduler;
using test::FakeClock;

namespace {

const Origin home(QUrl(QStringLiteral("http://home/")));
const Origin away(QUrl(QStringLiteral("http://away/")));

/// What the work saw.
struct Log {
    QList<int> started;
    int now = 0;
    int most = 0;
    int ended = 0;
};

[[nodiscard]] QCoro::Task<Scheduler::End> pauseFor(Log *log, std::chrono::milliseconds pause,
                                                   int index, Origin origin, std::stop_token stop)
{
    log->started << index;
    log->most = std::max(log->most, ++log->now);
    if (pause > 0ms)
        co_await async::sleepFor(pause, stop);
    --log->now;
    ++log->ended;
    Scheduler::End end;
    end.at = origin;
    co_return end;
}

Scheduler::Work pausing(Log *log, std::chrono::milliseconds pause)
{
    return [log, pause](int index, Origin origin, std::stop_token stop) {
        return pauseFor(log, pause, index, origin, stop);
    };
}

std::shared_ptr<async::Clock> steady()
{
    return std::make_shared<async::SteadyClock>();
}

void back(Scheduler::End *end, const Origin &origin, std::optional<engine::Queue::Time> due = {})
{
    end->kind = Scheduler::End::Kind::Back;
    end->next = origin;
    end->due = due;
}

/// Entry 0 is redirected to `away`, and goes back to the queue while that has no room.
[[nodiscard]] QCoro::Task<Scheduler::End> redirectFirst(Scheduler **lanes, Log *log, int index,
                                                        Origin origin, std::stop_token stop)
{
    Scheduler::End end = co_await pauseFor(log, 5ms, index, origin, stop);
    if (index == 0 && origin == home) {
        if ((*lanes)->move(home, away))
            end.at = away;
        else
            back(&end, away);
    }
    co_return end;
}

/// Each entry is to be tried again `pause` later, until it was tried `times` times.
[[nodiscard]] QCoro::Task<Scheduler::End> tryAgain(async::Clock *clock, QList<int> *tried,
                                                   int times, Origin origin)
{
    tried->append(static_cast<int>(clock->now() / 1ms));
    Scheduler::End end;
    end.at = origin;
    if (tried->size() < times)
        back(&end, origin, clock->now() + 200ms);
    co_return end;
}

/// Has time pass, up to `moment`, a step at a time: with a clock of its own the loop is heard between.
void passTo(async::Clock *clock, std::chrono::nanoseconds moment)
{
    auto *fake = dynamic_cast<FakeClock *>(clock);
    while (clock->now() < moment) {
        if (fake != nullptr)
            fake->advance(10ms);
        async::run(async::sleepFor(fake != nullptr ? 0ms : 1ms));
    }
}

void addAtHome(Scheduler &lanes, int count)
{
    for (int i = 0; i < count; ++i)
        lanes.add(i, home);
}

/// Runs `count` pieces of work of one host to the end.
Log runAtHome(int atOnce, int perHost, int count, std::chrono::milliseconds pause)
{
    Log log;
    Scheduler lanes(atOnce, perHost, steady(), pausing(&log, pause));
    addAtHome(lanes, count);
    async::run(lanes.run({}));
    return log;
}

} // namespace

class TestScheduler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLaneKeepsTheOrder()
    {
        const Log log = runAtHome(1, 6, 5, 1ms);
        QCOMPARE(log.started, (QList<int>{0, 1, 2, 3, 4}));
        QCOMPARE(log.most, 1);
    }

    void asManyAtOnceAsAsked()
    {
        const Log log = runAtHome(4, 4, 20, 2ms);
        QCOMPARE(log.ended, 20);
        QCOMPARE(log.most, 4);
    }

    void theHostsLimitBinds()
    {
        const Log log = runAtHome(8, 2, 10, 2ms);
        QCOMPARE(log.ended, 10);
        QCOMPARE(log.most, 2);
    }

    void theTurnsOfThoseThatWaitMayChange()
    {
        Log log;
        Scheduler *self = nullptr;
        Scheduler lanes(1, 6, steady(), [&](int index, Origin origin, std::stop_token stop) {
            if (index == 0) {
                self->setTurn(3, {plan::Priority::Normal, -1});
                self->setTurn(1, {plan::Priority::Low, 0});
            }
            return pauseFor(&log, 1ms, index, origin, stop);
        });
        self = &lanes;
        addAtHome(lanes, 5);
        async::run(lanes.run({}));
        QCOMPARE(log.started, (QList<int>{0, 3, 2, 4, 1}));
    }

    /// One that is due at a host without room is passed by what another host has room for.
    void aHostsLimitComesBeforeTheTurn()
    {
        Log log;
        Scheduler lanes(2, 1, steady(), pausing(&log, 5ms));
        for (int i = 0; i < 3; ++i)
            lanes.setTurn(i, {plan::Priority::High, i});
        addAtHome(lanes, 3);
        lanes.add(3, away);
        async::run(lanes.run({}));
        QCOMPARE(log.started.first(2), (QList<int>{0, 3}));
        QCOMPARE(log.started.size(), 4);
    }

    void growsWhileItRuns()
    {
        Log log;
        Scheduler lanes(1, 8, steady(), pausing(&log, 20ms));
        addAtHome(lanes, 9);
        QTimer::singleShot(1ms, this, [&lanes] { lanes.setAtOnce(8); });
        async::run(lanes.run({}));
        QCOMPARE(log.ended, 9);
        QCOMPARE(log.most, 8);
    }

    void shrinksAfterTheTaskAndEndsNone()
    {
        Log log;
        Scheduler lanes(6, 6, steady(), pausing(&log, 5ms));
        addAtHome(lanes, 12);
        bool shrunk = false;
        QTimer::singleShot(1ms, this, [&] {
            lanes.setAtOnce(1);
            shrunk = true;
        });
        async::run(lanes.run({}));
        QVERIFY(shrunk);
        QCOMPARE(log.ended, 12);
        QCOMPARE(log.started, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    }

    void aStopEndsAllLanesIdleOnesToo()
    {
        Log log;
        Scheduler lanes(8, 2, steady(), pausing(&log, 1h));
        addAtHome(lanes, 10);
        std::stop_source stop;
        QTimer::singleShot(5ms, this, [&stop] { stop.request_stop(); });
        async::run(lanes.run(stop.get_token()));
        QCOMPARE(log.ended, 2); // the rest never began
    }

    void stoppedBeforeItBeganNothingRuns()
    {
        Log log;
        Scheduler lanes(3, 3, steady(), pausing(&log, 0ms));
        lanes.add(0, home);
        std::stop_source stop;
        stop.request_stop();
        async::run(lanes.run(stop.get_token()));
        QCOMPARE(log.ended, 0);
    }

    void aRedirectToAFullHostWaitsInTheQueue()
    {
        Log log;
        Scheduler *self = nullptr;
        Scheduler lanes(3, 1, steady(), [&](int index, Origin origin, std::stop_token stop) {
            return redirectFirst(&self, &log, index, origin, stop);
        });
        self = &lanes;
        lanes.add(0, home);
        lanes.add(1, away);
        lanes.add(2, away);
        async::run(lanes.run({}));
        QCOMPARE(log.started.count(0), 2); // at home, and again away
        QCOMPARE(log.ended, 4);
        QVERIFY2(log.most <= 2, "home and away, one each");
    }

    void aRetryThatFellDueWhileTheyStoodStillIsTriedAndSoIsTheNext_data()
    {
        QTest::addColumn<bool>("isReal");
        QTest::newRow("steady clock") << true;
        QTest::newRow("fake clock") << false;
    }
    void aRetryThatFellDueWhileTheyStoodStillIsTriedAndSoIsTheNext()
    {
        QFETCH(bool, isReal);
        std::shared_ptr<async::Clock> clock = steady();
        if (!isReal)
            clock = std::make_shared<FakeClock>();
        QList<int> tried; // at which millisecond
        Scheduler lanes(2, 2, clock, [&](int, Origin origin, std::stop_token) {
            return tryAgain(clock.get(), &tried, 3, origin);
        });
        lanes.add(0, home);
        const std::chrono::nanoseconds begin = clock->now();
        const QCoro::Task<> run = lanes.run({});
        passTo(clock.get(), begin + 100ms);
        lanes.setSuspended(true);
        passTo(clock.get(), begin + 600ms);
        QCOMPARE(tried.size(), 1);
        lanes.setSuspended(false);
        passTo(clock.get(), begin + 1s);
        QTRY_VERIFY(run.isReady());
        QCOMPARE(tried.size(), 3);
        QVERIFY(tried.at(2) - tried.at(1) >= 200);
    }

    void aHundredThousandThatEndAtOnceNeedNoStack()
    {
        const Log log = runAtHome(2, 2, 100'000, 0ms);
        QCOMPARE(log.ended, 100'000);
    }
};

LAPWING_TEST(TestScheduler)
#include "tst_scheduler.moc"
