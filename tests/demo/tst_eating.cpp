// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "demo/eating.h"
#include "demo/server.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using demo::Eating;
using demo::Place;

/// Meals of 500, 300 and 400 ms.
class TestEating : public QObject {
    Q_OBJECT

    static demo::Served serve(Eating eating, Place place, std::atomic<int> *standStills = nullptr)
    {
        demo::Server server;
        if (!server.listen())
            qFatal("no server");
        demo::Tell tell;
        tell.stoodStill = [standStills](std::chrono::nanoseconds) {
            if (standStills != nullptr)
                ++*standStills;
        };
        return async::run(demo::serveMeals(eating, place, server.address(), 0.1, tell, {}));
    }

private Q_SLOTS:
    void aCallThatBlocksMakesOneAtATimeOfWhatWasGathered()
    {
        std::atomic<int> standStills = 0;
        const demo::Served served = serve(Eating::Blocking, Place::Loop, &standStills);
        QVERIFY(!served.failure);
        QVERIFY(served.elapsed >= 1200ms);
        QVERIFY(served.loop.longestStill >= 480ms);
        QVERIFY2(served.loop.cpu < served.loop.watched / 2, "it did nothing");
        QVERIFY2(standStills >= 1, "a second thread saw it while it was so");
    }

    void theSameOnAThreadLeavesTheLoopFree()
    {
        const demo::Served served = serve(Eating::Blocking, Place::Thread);
        QVERIFY(!served.failure);
        QVERIFY(served.elapsed >= 500ms);
        QVERIFY2(served.elapsed < 1150ms, "they waited together");
        QVERIFY(served.loop.longestStill < 250ms);
    }

    void workThatBurnsKeepsTheLoopsProcessorBusy()
    {
        const demo::Served served = serve(Eating::Burning, Place::Loop);
        QVERIFY(served.elapsed >= 1200ms);
        QVERIFY(served.loop.cpu >= 1150ms);
        QVERIFY(served.loop.longestStill >= 480ms);
    }

    void theSameOnThreadsIsWorkElsewhere()
    {
        const demo::Served served = serve(Eating::Burning, Place::Thread);
        QVERIFY(served.elapsed >= 500ms);
        QVERIFY2(served.loop.cpu < 400ms, "the loop did not work");
        QVERIFY2(served.loop.processCpu >= 1150ms, "others did");
    }

    void everyMealIsDeliveredAndCollected()
    {
        const demo::Served served = serve(Eating::Blocking, Place::Thread);
        QCOMPARE(served.events.size(), std::size_t(9));
    }
};

LAPWING_TEST(TestEating)
#include "tst_eating.moc"
