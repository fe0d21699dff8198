// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "async/sleep.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace lapwing;
using namespace std::chrono_literals;

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
