// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "async/scope.h"
#include "async/sleep.h"
#include "support/testmain.h"

#include <QTimer>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

[[nodiscard]] QCoro::Task<> pauseThenCount(std::chrono::milliseconds pause, int *ended,
                                           std::stop_token stop)
{
    co_await async::sleepFor(pause, stop);
    ++*ended;
}

[[nodiscard]] QCoro::Task<> throwAfter(std::chrono::milliseconds pause, const char *what)
{
    co_await async::sleepFor(pause);
    throw std::runtime_error(what);
}

[[nodiscard]] QCoro::Task<> launchAnother(async::Scope *scope, int *ended)
{
    co_await async::sleepFor(1ms);
    scope->launch(pauseThenCount(5ms, ended, scope->token()));
}

[[nodiscard]] QCoro::Task<> stopFromInside(async::Scope *scope)
{
    co_await async::sleepFor(1ms);
    scope->requestStop();
}

} // namespace

class TestScope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinWaitsForAll()
    {
        async::Scope scope;
        int ended = 0;
        scope.launch(pauseThenCount(0ms, &ended, scope.token()));
        scope.launch(pauseThenCount(20ms, &ended, scope.token()));
        QCOMPARE(scope.running(), 2);
        async::run(scope.join());
        QCOMPARE(ended, 2);
        QCOMPARE(scope.running(), 0);
    }

    void joiningNothingDoesNotSuspend()
    {
        async::Scope scope;
        QVERIFY(scope.join().isReady());
    }

    void joinWaitsForWhatIsLaunchedMeanwhile()
    {
        async::Scope scope;
        int ended = 0;
        scope.launch(launchAnother(&scope, &ended));
        async::run(scope.join());
        QCOMPARE(ended, 1);
    }

    void aStopFromOutsideEndsAll()
    {
        async::Scope scope;
        int ended = 0;
        scope.launch(pauseThenCount(1h, &ended, scope.token()));
        scope.launch(pauseThenCount(1h, &ended, scope.token()));
        QTimer::singleShot(1ms, this, [&scope] { scope.requestStop(); });
        async::run(scope.join());
        QCOMPARE(ended, 2);
    }

    void aStopFromInsideEndsAll()
    {
        async::Scope scope;
        int ended = 0;
        scope.launch(pauseThenCount(1h, &ended, scope.token()));
        scope.launch(stopFromInside(&scope));
        async::run(scope.join());
        QCOMPARE(ended, 1);
    }

    void theFirstThrownInTimeIsReported()
    {
        async::Scope scope;
        scope.launch(throwAfter(20ms, "late"));
        scope.launch(throwAfter(1ms, "early"));
        try {
            async::run(scope.join());
            QFAIL("nothing was thrown");
        } catch (const std::runtime_error &error) {
            QCOMPARE(error.what(), "early");
        }
    }

    void aHundredStartsAndStops()
    {
        for (int round = 0; round < 100; ++round) {
            async::Scope scope;
            int ended = 0;
            for (int i = 0; i < 10; ++i)
                scope.launch(pauseThenCount(1h, &ended, scope.token()));
            scope.requestStop();
            async::run(scope.join());
            QCOMPARE(ended, 10);
        }
    }
};

LAPWING_TEST(TestScope)
#include "tst_scope.moc"
