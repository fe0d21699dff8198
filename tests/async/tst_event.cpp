// SPDX-License-Identifier: MIT
#include "async/event.h"
#include "async/run.h"
#include "support/testmain.h"

#include <thread>

using namespace lapwing;

namespace {

[[nodiscard]] QCoro::Task<> waitFor(async::Event *event, bool *woken)
{
    co_await *event;
    *woken = true;
}

} // namespace

class TestEvent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWaiterNeverResumesInsideSet()
    {
        async::Event event;
        bool woken = false;
        QCoro::Task<> task = waitFor(&event, &woken);
        event.set();
        QVERIFY(!woken);
        async::run(std::move(task));
        QVERIFY(woken);
    }

    void setBeforeTheWaitDoesNotSuspend()
    {
        async::Event event;
        bool woken = false;
        event.set();
        event.set();
        const QCoro::Task<> first = waitFor(&event, &woken);
        QVERIFY(woken);
        bool again = false;
        QCoro::Task<> second = waitFor(&event, &again); // two sets were one happening
        QCoreApplication::processEvents();
        QVERIFY(!again);
        event.set();
        async::run(std::move(second));
    }

    void setFromAnotherThread()
    {
        async::Event event;
        bool woken = false;
        QCoro::Task<> task = waitFor(&event, &woken);
        std::jthread other([&event] { event.set(); });
        async::run(std::move(task));
        QVERIFY(woken);
    }

    void aStopSetsItBeforeAndAfterItIsWatched()
    {
        for (const bool before : {true, false}) {
            std::stop_source stop;
            if (before)
                stop.request_stop();
            async::Event event;
            const async::WakeOnStop wake(stop.get_token(), &event);
            bool woken = false;
            QCoro::Task<> task = waitFor(&event, &woken);
            stop.request_stop();
            async::run(std::move(task));
            QVERIFY(woken);
        }
    }
};

LAPWING_TEST(TestEvent)
#include "tst_event.moc"
