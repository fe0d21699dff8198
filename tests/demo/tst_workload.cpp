// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "demo/server.h"
#include "demo/workload.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using demo::WorkKind;
using demo::WorkPlace;

/// Meals of 500, 300 and 400 ms.
class TestWorkload : public QObject {
    Q_OBJECT

    static demo::DemoResult serve(WorkKind kind, WorkPlace place,
                                  std::atomic<int> *standStills = nullptr)
    {
        demo::Server server;
        if (!server.listen())
            qFatal("no server");
        demo::Tell tell;
        tell.loopStalled = [standStills](std::chrono::nanoseconds) {
            if (standStills != nullptr)
                ++*standStills;
        };
        return async::run(demo::runWorkload(kind, place, server.address(), 0.1, tell, {}));
    }

private Q_SLOTS:
    void aCallThatBlocksMakesOneAtATimeOfWhatWasGathered()
    {
        std::atomic<int> standStills = 0;
        const demo::DemoResult served = serve(WorkKind::Blocking, WorkPlace::Loop, &standStills);
        QVERIFY(!served.failure);
        QVERIFY(served.elapsed >= 1200ms);
        QVERIFY(served.loop.longestStall >= 480ms);
        QVERIFY2(served.loop.cpu < served.loop.watched / 2, "it did nothing");
        QVERIFY2(standStills >= 1, "a second thread saw it while it was so");
    }

    void theSameOnAThreadLeavesTheLoopFree()
    {
        const demo::DemoResult served = serve(WorkKind::Blocking, WorkPlace::Thread);
        QVERIFY(!served.failure);
        QVERIFY(served.elapsed >= 500ms);
        QVERIFY2(served.elapsed < 1150ms, "they waited together");
        QVERIFY(served.loop.longestStall < 250ms);
    }

    void workThatBurnsKeepsTheLoopsProcessorBusy()
    {
        const demo::DemoResult served = serve(WorkKind::Burning, WorkPlace::Loop);
        QVERIFY(served.elapsed >= 1200ms);
        QVERIFY(served.loop.cpu >= 1150ms);
        QVERIFY(served.loop.longestStall >= 480ms);
    }

    void theSameOnThreadsIsWorkElsewhere()
    {
        const demo::DemoResult served = serve(WorkKind::Burning, WorkPlace::Thread);
        QVERIFY(served.elapsed >= 500ms);
        QVERIFY2(served.loop.cpu < 400ms, "the loop did not work");
        QVERIFY2(served.loop.processCpu >= 1150ms, "others did");
    }

    void everyMealIsDeliveredAndCollected()
    {
        const demo::DemoResult served = serve(WorkKind::Blocking, WorkPlace::Thread);
        QCOMPARE(served.events.size(), std::size_t(9));
    }
};

LAPWING_TEST(TestWorkload)
#include "tst_workload.moc"
