// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "async/sleep.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTimer>

#include <limits>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<async::Clock> clockThatIs(bool real)
{
    if (real)
        return std::make_shared<async::SteadyClock>();
    return std::make_shared<test::FakeClock>();
}

} // namespace

class TestSleep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lasts()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(async::run(async::sleepFor(30ms)));
        QVERIFY2(timer.nsecsElapsed() >= 29'000'000,
                 qPrintable(QString::number(timer.nsecsElapsed())));
    }

    void aStopEndsItEarly_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("stopped before it began") << true;
        QTest::newRow("stopped while it lasts") << false;
    }
    void aStopEndsItEarly()
    {
        QFETCH(bool, before);
        std::stop_source stop;
        if (before)
            stop.request_stop();
        else
            QTimer::singleShot(5ms, this, [&stop] { stop.request_stop(); });
        QVERIFY(!async::run(
            async::sleepFor(1h, stop.get_token()))); // an hour would end the test by its time limit
    }

    void givesTheResultBack()
    {
        QCOMPARE(async::run(async::sleepFor(1ms, QStringLiteral("soup"), std::stop_token())),
                 QStringLiteral("soup"));
    }

    void aTimeThatHasPassedIsOverWhenTheLoopComesRound_data()
    {
        QTest::addColumn<bool>("isReal");
        QTest::addColumn<qint64>("duration");
        for (const bool isReal : {true, false}) {
            const char *clock = isReal ? "steady" : "fake";
            QTest::addRow("%s clock, 0", clock) << isReal << qint64(0);
            QTest::addRow("%s clock, a moment ago", clock) << isReal << qint64(-1);
            QTest::addRow("%s clock, an hour ago", clock) << isReal << qint64(-3'600'000);
            QTest::addRow("%s clock, beyond what a timer takes", clock)
                << isReal << std::numeric_limits<qint64>::min();
        }
    }
    void aTimeThatHasPassedIsOverWhenTheLoopComesRound()
    {
        QFETCH(bool, isReal);
        QFETCH(qint64, duration);
        const std::shared_ptr<async::Clock> clock = clockThatIs(isReal);
        std::stop_source stop;
        QCoro::Task<bool> nap =
            clock->sleepFor(std::chrono::milliseconds(duration), stop.get_token());
        QVERIFY(!nap.isReady());
        QTRY_VERIFY(nap.isReady());
        QVERIFY(async::run(std::move(nap)));
        stop.request_stop();
        QVERIFY(
            !async::run(clock->sleepFor(std::chrono::milliseconds(duration), stop.get_token())));
    }

    void moreThanATimerTakesIsNotOverAtOnce()
    {
        std::stop_source stop;
        QCoro::Task<bool> nap = async::sleepFor(std::chrono::hours(24 * 400), stop.get_token());
        async::run(async::sleepFor(10ms));
        QVERIFY(!nap.isReady());
        stop.request_stop();
        QVERIFY(!async::run(std::move(nap)));
    }

    void aTestCanOwnTime()
    {
        test::FakeClock clock;
        std::stop_source stop;
        QCoro::Task<bool> nap = clock.sleepFor(60s, stop.get_token());
        clock.advance(59s);
        QCoreApplication::processEvents();
        QVERIFY(!nap.isReady());
        clock.advance(1s);
        QVERIFY(async::run(std::move(nap)));
        QCOMPARE(clock.sleepers(), std::size_t(0));
    }
};

LAPWING_TEST(TestSleep)
#include "tst_sleep.moc"
