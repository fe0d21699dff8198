// SPDX-License-Identifier: MIT
#include "async/gather.h"
#include "async/run.h"
#include "async/sleep.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

[[nodiscard]] QCoro::Task<int> valueAfter(std::chrono::milliseconds pause, int value,
                                          std::stop_token stop)
{
    if (pause > 0ms)
        co_await async::sleepFor(pause, stop);
    co_return stop.stop_requested() ? -value : value;
}

[[nodiscard]] QCoro::Task<int> failAfter(std::chrono::milliseconds pause, const char *what)
{
    if (pause > 0ms)
        co_await async::sleepFor(pause);
    throw std::runtime_error(what);
}

[[nodiscard]] QCoro::Task<> recordEnd(std::chrono::milliseconds pause, bool *ended,
                                      std::stop_token stop)
{
    co_await async::sleepFor(pause, stop);
    *ended = true;
}

[[nodiscard]] QCoro::Task<int> nestedGather(std::chrono::milliseconds pause, std::stop_token stop)
{
    std::vector<QCoro::Task<int>> inner;
    inner.push_back(valueAfter(pause, 1, stop));
    inner.push_back(valueAfter(pause, 2, stop));
    const std::vector<int> values = co_await async::gather(std::move(inner));
    co_return values.at(0) + values.at(1);
}

QString messageOf(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception &thrown) {
        return QString::fromUtf8(thrown.what());
    }
}

} // namespace

class TestGather : public QObject {
    Q_OBJECT

    static void addSuspensions()
    {
        QTest::addColumn<std::chrono::milliseconds>("pause");
        QTest::newRow("immediate") << 0ms;
        QTest::newRow("suspending") << 2ms;
    }

private Q_SLOTS:
    void valuesComeInTheOrderGiven_data() { addSuspensions(); }
    void valuesComeInTheOrderGiven()
    {
        QFETCH(std::chrono::milliseconds, pause);
        std::vector<QCoro::Task<int>> tasks;
        for (int i = 0; i < 5; ++i) // the first ends last
            tasks.push_back(valueAfter(pause * (5 - i), i, {}));
        QCOMPARE(async::run(async::gather(std::move(tasks))), (std::vector<int>{0, 1, 2, 3, 4}));
    }

    void nested_data() { addSuspensions(); }
    void nested()
    {
        QFETCH(std::chrono::milliseconds, pause);
        std::vector<QCoro::Task<int>> tasks;
        tasks.push_back(nestedGather(pause, {}));
        tasks.push_back(nestedGather(pause, {}));
        QCOMPARE(async::run(async::gather(std::move(tasks))), (std::vector<int>{3, 3}));
    }

    void takesAsLongAsTheSlowest()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<QCoro::Task<int>> tasks;
        for (const auto pause : {100ms, 60ms, 80ms})
            tasks.push_back(valueAfter(pause, 1, {}));
        async::run(async::gather(std::move(tasks)));
        QVERIFY(timer.elapsed() >= 99);
        QVERIFY2(timer.elapsed() < 100 + 60 + 80, qPrintable(QString::number(timer.elapsed())));
    }

    void aTupleOfSeveralTypesTasksAndFuturesAlike()
    {
        QThreadPool pool;
        QFuture<QString> future = async::onPool(&pool, [] { return QStringLiteral("pool"); });
        bool ended = false;
        auto all = async::gather(std::stop_source(), valueAfter(1ms, 7, {}), std::move(future),
                                 recordEnd(1ms, &ended, {}));
        const auto [number, text, nothing] = async::run(std::move(all));
        QCOMPARE(number, 7);
        QCOMPARE(text, QStringLiteral("pool"));
        QVERIFY(ended);
    }

    void aVectorOfFutures()
    {
        QThreadPool pool;
        std::vector<QFuture<int>> futures;
        for (int i = 0; i < 4; ++i)
            futures.push_back(async::onPool(&pool, [i] { return i * i; }));
        QCOMPARE(async::run(async::gather(std::move(futures))), (std::vector<int>{0, 1, 4, 9}));
    }

    void theFirstFailureInTimeStopsTheOthersAndAllAreJoined()
    {
        std::stop_source group;
        bool ended = false;
        auto all = async::gather(group, recordEnd(1h, &ended, group.get_token()),
                                 failAfter(20ms, "late"), failAfter(2ms, "early"));
        try {
            async::run(std::move(all));
            QFAIL("nothing was thrown");
        } catch (const std::runtime_error &error) {
            QCOMPARE(error.what(), "early");
        }
        QVERIFY2(ended, "the sibling was joined before the failure came out");
        QVERIFY(group.stop_requested());
    }

    void anImmediateFailureStillJoinsTheOthers()
    {
        std::stop_source group;
        std::vector<QCoro::Task<int>> tasks;
        tasks.push_back(valueAfter(1h, 1, group.get_token()));
        tasks.push_back(failAfter(0ms, "at once"));
        QVERIFY_EXCEPTION_THROWN(async::run(async::gather(std::move(tasks), group)),
                                 std::runtime_error);
    }

    void stoppedFromOutside_data() { addSuspensions(); }
    void stoppedFromOutside()
    {
        QFETCH(std::chrono::milliseconds, pause);
        std::stop_source group;
        if (pause == 0ms)
            group.request_stop();
        else
            QTimer::singleShot(pause, this, [&group] { group.request_stop(); });
        std::vector<QCoro::Task<int>> tasks;
        tasks.push_back(valueAfter(1h, 1, group.get_token()));
        tasks.push_back(nestedGather(1h, group.get_token()));
        QCOMPARE(async::run(async::gather(std::move(tasks), group)), (std::vector<int>{-1, -3}));
    }

    void settleGivesAnOutcomeForEachAndNeverThrows_data() { addSuspensions(); }
    void settleGivesAnOutcomeForEachAndNeverThrows()
    {
        QFETCH(std::chrono::milliseconds, pause);
        std::vector<QCoro::Task<int>> tasks;
        tasks.push_back(valueAfter(pause, 4, {}));
        tasks.push_back(failAfter(pause, "second"));
        tasks.push_back(valueAfter(pause, 5, {}));
        std::vector<async::Outcome<int>> outcomes = async::run(async::settle(std::move(tasks)));
        QCOMPARE(outcomes.size(), std::size_t(3));
        QCOMPARE(std::move(outcomes[0]).take(), 4);
        QVERIFY(!outcomes[1].ok());
        QCOMPARE(messageOf(outcomes[1].error()), QStringLiteral("second"));
        QCOMPARE(std::move(outcomes[2]).take(), 5);
    }

    void settleTakesSeveralTypes()
    {
        QThreadPool pool;
        QFuture<void> future = async::onPool(&pool, [] { throw std::logic_error("pool"); });
        const auto [number, nothing] =
            async::run(async::settle(valueAfter(1ms, 3, {}), std::move(future)));
        QVERIFY(number.ok());
        QCOMPARE(messageOf(nothing.error()), QStringLiteral("pool"));
    }

    void nothingToWaitForEndsAtOnce()
    {
        QVERIFY(async::gather(std::vector<QCoro::Task<int>>()).isReady());
        QVERIFY(async::settle(std::vector<QCoro::Task<int>>()).isReady());
    }

    void tenThousandReadyTasksDoNotGrowTheStack()
    {
        std::vector<QCoro::Task<int>> tasks;
        for (int i = 0; i < 10'000; ++i)
            tasks.push_back(valueAfter(0ms, i, {}));
        QCOMPARE(async::run(async::gather(std::move(tasks))).back(), 9'999);
    }
};

LAPWING_TEST(TestGather)
#include "tst_gather.moc"
