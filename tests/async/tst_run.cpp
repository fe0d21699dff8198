// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "async/sleep.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

struct NoDefault {
    explicit NoDefault(int n) : number(n) { }
    int number;
};

[[nodiscard]] QCoro::Task<NoDefault> number(int n, bool suspending)
{
    if (suspending)
        co_await async::sleepFor(1ms);
    co_return NoDefault(n);
}

[[nodiscard]] QCoro::Task<int> nested(int n, bool suspending)
{
    const NoDefault inner = co_await number(n, suspending);
    co_return inner.number + 1;
}

[[nodiscard]] QCoro::Task<int> throwing(bool suspending)
{
    if (suspending)
        co_await async::sleepFor(1ms);
    throw std::runtime_error("on purpose");
}

[[nodiscard]] QCoro::Task<> marking(bool *ran)
{
    *ran = true;
    co_await async::sleepFor(1ms);
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheValue_data()
    {
        QTest::addColumn<bool>("suspending");
        QTest::newRow("immediate") << false;
        QTest::newRow("suspending") << true;
    }
    void givesTheValue()
    {
        QFETCH(bool, suspending);
        QCOMPARE(async::run(number(3, suspending)).number, 3);
        QCOMPARE(async::run(nested(3, suspending)), 4);
    }

    void rethrows_data() { givesTheValue_data(); }
    void rethrows() // QCoro 0.8's waitFor hangs here
    {
        QFETCH(bool, suspending);
        QVERIFY_EXCEPTION_THROWN(async::run(throwing(suspending)), std::runtime_error);
    }

    void theLoopGoesOnMeanwhile()
    {
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&ticks] { ++ticks; });
        ticker.start(2ms);
        QVERIFY(async::run(async::sleepFor(60ms)));
        QVERIFY2(ticks >= 5, qPrintable(QString::number(ticks)));
    }

    void aTaskStartsWhenItIsCalled() // create_task
    {
        bool ran = false;
        QCoro::Task<> task = marking(&ran);
        QVERIFY(ran);
        async::run(std::move(task));
    }

    void
    awaitedLaterItHasRunMeanwhile() // the note's claim that this equals two awaited calls is wrong
    {
        QElapsedTimer timer;
        timer.start();
        QCoro::Task<bool> first = async::sleepFor(120ms);
        QCoro::Task<bool> second = async::sleepFor(120ms);
        async::run(std::move(first));
        const qint64 afterFirst = timer.elapsed();
        async::run(std::move(second));
        QVERIFY(afterFirst >= 119);
        QVERIFY2(timer.elapsed() < 2 * 119, "the second ran while the first was awaited");
    }
};

LAPWING_TEST(TestRun)
#include "tst_run.moc"
