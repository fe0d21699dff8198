// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "demo/deliveries.h"
#include "demo/server.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using demo::DemoEvent;
using demo::DemoMode;

class TestDeliveries : public QObject {
    Q_OBJECT

    static constexpr double scale = 0.1; ///< 0.5, 0.3 and 0.4 s

    static demo::DemoResult serve(DemoMode mode)
    {
        demo::Server server;
        if (!server.listen())
            qFatal("no port");
        return async::run(demo::serve(mode, server.address(), scale, {}, {}));
    }

    static QString story(const demo::DemoResult &served)
    {
        QStringList words;
        for (const DemoEvent &event : served.events)
            words << event.name + QStringLiteral("odc").at(int(event.kind));
        return words.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void oneAtATimeTheMealsAddUp()
    {
        const demo::DemoResult served = serve(DemoMode::OneAtATime);
        QVERIFY(!served.failure);
        QCOMPARE(story(served), QStringLiteral("Ao Ad Ac Bo Bd Bc Co Cd Cc"));
        QVERIFY(served.elapsed >= 1200ms);
        const DemoEvent &lastDelivered = served.events.at(7);
        QVERIFY2(lastDelivered.waited >= 800ms, "C waits for the meals of A and B");
    }

    void tasksAndGatherTakeAsLongAsTheSlowest_data()
    {
        QTest::addColumn<DemoMode>("mode");
        QTest::newRow("tasks awaited in turn") << DemoMode::Tasks;
        QTest::newRow("gather") << DemoMode::Gather;
    }
    void tasksAndGatherTakeAsLongAsTheSlowest()
    {
        QFETCH(DemoMode, mode);
        const demo::DemoResult served = serve(mode);
        QVERIFY(!served.failure);
        QVERIFY(served.elapsed >= 500ms);
        QVERIFY2(served.elapsed < 1000ms, "two tasks awaited in turn are not two awaited calls");
        QVERIFY(story(served).startsWith(QStringLiteral("Ao Bo Co")));
        QVERIFY(story(served).endsWith(QStringLiteral("Bc Cc Ac")));
    }

    void whoTellsHearsEveryEvent()
    {
        demo::Server server;
        QVERIFY(server.listen());
        int heard = 0;
        const auto tell = [&heard](const DemoEvent &) { ++heard; };
        async::run(demo::serve(DemoMode::Gather, server.address(), 0.01, {tell, {}}, {}));
        QCOMPARE(heard, 9);
    }

    void aStopEndsTheMeal()
    {
        demo::Server server;
        QVERIFY(server.listen());
        std::stop_source stop;
        const auto tell = [&stop](const DemoEvent &event) {
            if (event.kind == DemoEvent::Kind::Delivered)
                stop.request_stop();
        };
        const demo::DemoResult served = async::run(
            demo::serve(DemoMode::OneAtATime, server.address(), 100, {tell, {}}, stop.get_token()));
        QCOMPARE(served.failure->code, QStringLiteral("cancelled"));
    }
};

LAPWING_TEST(TestDeliveries)
#include "tst_deliveries.moc"
