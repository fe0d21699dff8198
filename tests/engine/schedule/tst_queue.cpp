// SPDX-License-Identifier: MIT
#include "engine/schedule/queue.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace lapwing;
using namespace std::chrono_literals;
using engine::Origin;
using engine::Queue;

namespace {

Origin host(const char *name)
{
    return Origin(QUrl(QStringLiteral("http://%1/").arg(QString::fromLatin1(name))));
}

QList<int> takeAll(Queue *queue)
{
    QList<int> numbers;
    while (const auto ticket = queue->take({}))
        numbers << ticket->index;
    return numbers;
}

/// Fills a queue with `count` entries on ten hosts and takes and releases half; nanoseconds for each.
double costOfTaking(int count)
{
    Queue queue(6);
    for (int i = 0; i < count; ++i)
        queue.add(i, host(QByteArray::number(i % 10).constData()));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count / 2; ++i) {
        const auto ticket = queue.take({});
        queue.release(ticket->origin);
    }
    return double(timer.nsecsElapsed()) / (count / 2);
}

} // namespace

class TestQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOriginIsSchemeNameAndPort()
    {
        const auto of = [](const char *url) { return Origin(QUrl(QString::fromLatin1(url))).text; };
        QCOMPARE(of("http://a/x"), of("http://a:80/y"));
        QCOMPARE(of("https://a/"), of("https://a:443/"));
        QVERIFY(of("http://a/") != of("https://a/"));
        QVERIFY(of("http://a/") != of("http://a:81/"));
        QVERIFY(of("http://a/") != of("http://b/"));
    }

    void listOrderHoldsAcrossHosts()
    {
        Queue queue(6);
        for (const int i : {3, 0, 2, 1})
            queue.add(i, host(i % 2 == 0 ? "even" : "odd"));
        QCOMPARE(takeAll(&queue), (QList<int>{0, 1, 2, 3}));
        QVERIFY(queue.isEmpty());
        QCOMPARE(queue.inFlight(), 4);
    }

    void aFullHostStandsBackForTheNext()
    {
        Queue queue(2);
        for (int i = 0; i < 4; ++i)
            queue.add(i, host("busy"));
        queue.add(4, host("idle"));
        QCOMPARE(takeAll(&queue), (QList<int>{0, 1, 4}));
        queue.release(host("busy"));
        QCOMPARE(takeAll(&queue), (QList<int>{2}));
    }

    void aHigherLimitMakesMoreEligible()
    {
        Queue queue(1);
        for (int i = 0; i < 3; ++i)
            queue.add(i, host("a"));
        QCOMPARE(takeAll(&queue), (QList<int>{0}));
        queue.setPerOrigin(3);
        QCOMPARE(takeAll(&queue), (QList<int>{1, 2}));
    }

    void anEntryMovesOnlyToAHostWithRoom()
    {
        Queue queue(1);
        queue.add(0, host("a"));
        queue.add(1, host("b"));
        queue.add(2, host("a"));
        QCOMPARE(takeAll(&queue), (QList<int>{0, 1}));
        QVERIFY(!queue.move(host("a"), host("b")));
        QVERIFY(queue.move(host("a"), host("c")));
        QCOMPARE(takeAll(&queue), (QList<int>{2})); // a has room again
        QCOMPARE(queue.inFlight(), 3);
    }

    void whatGoesBackKeepsItsPlace()
    {
        Queue queue(1);
        for (int i = 0; i < 3; ++i)
            queue.add(i, host("a"));
        QCOMPARE(queue.take({})->index, 0);
        queue.release(host("a"));
        queue.add(0, host("b")); // redirected, and back
        QCOMPARE(takeAll(&queue), (QList<int>{0, 1}));
    }

    void whatIsNotDueIsPassedOver()
    {
        Queue queue(6);
        queue.add(0, host("a"), 10s);
        queue.add(1, host("a"));
        QCOMPARE(queue.take(9s)->index, 1);
        QVERIFY(!queue.take(9s));
        QCOMPARE(queue.nextDue(), std::optional<Queue::Time>(10s));
        QVERIFY(!queue.isEmpty());
        QCOMPARE(queue.take(10s)->index, 0);
        QCOMPARE(queue.nextDue(), std::nullopt);
    }

    void aHeldHostIsLeftAlone()
    {
        Queue queue(6);
        queue.add(0, host("a"));
        queue.add(1, host("b"));
        queue.hold(host("a"), 10s);
        queue.hold(host("a"), 5s); // the longer word counts
        QCOMPARE(queue.take(9s)->index, 1);
        QVERIFY(!queue.move(host("b"), host("a")));
        QVERIFY(!queue.take(9s));
        QCOMPARE(queue.take(10s)->index, 0);
    }

    void onlyWhatWaitsIsHeldOff()
    {
        Queue queue(6);
        queue.hold(host("a"), 10s);
        QVERIFY(queue.holding(1s).empty()); // nothing waits
        queue.add(0, host("a"), 5s);
        queue.add(1, host("b"));
        QVERIFY(queue.holding(1s).empty()); // nor could it go
        queue.add(2, host("a"));
        QCOMPARE(queue.holding(1s).size(), std::size_t(1));
        QCOMPARE(queue.holding(1s).front().origin, host("a"));
        QCOMPARE(queue.holding(1s).front().until, Queue::Time(10s));
        QVERIFY(queue.holding(10s).empty());
    }

    void aHostsOwnLimitBinds()
    {
        Queue queue(6);
        for (int i = 0; i < 4; ++i)
            queue.add(i, host("a"));
        queue.setLimit(host("a"), 2);
        QCOMPARE(queue.limit(host("a")), 2);
        QCOMPARE(queue.limit(host("b")), 6);
        QCOMPARE(takeAll(&queue), (QList<int>{0, 1}));
    }

    void theParkedWaitUntilTheyAreAddedAgain()
    {
        Queue queue(6);
        queue.add(0, host("a"), 10s);
        QVERIFY(queue.withdraw(0));
        queue.park(0, host("a"));
        QVERIFY(!queue.take(1h));
        QVERIFY(!queue.isEmpty());
        QVERIFY(queue.isParked(0));
        QCOMPARE(queue.withdraw(0), std::optional(host("a")));
        QVERIFY(queue.isEmpty());
        QCOMPARE(queue.withdraw(0), std::nullopt);
    }

    void whatWaitsIsFoundWhereverItWaits()
    {
        Queue queue(1);
        queue.add(0, host("a"));
        queue.add(1, host("a"));
        queue.add(2, host("b"), 10s);
        queue.hold(host("c"), 1h);
        queue.add(3, host("c"));
        QCOMPARE(queue.take({})->index, 0);
        queue.release(host("a"));
        queue.add(0, host("b")); // a redirect led there
        for (const int index : {0, 1, 2, 3})
            QVERIFY(queue.holds(index));
        QCOMPARE(queue.withdraw(0), std::optional(host("b")));
        QCOMPARE(queue.withdraw(1), std::optional(host("a")));
        QCOMPARE(queue.withdraw(2), std::optional(host("b")));
        QCOMPARE(queue.withdraw(3), std::optional(host("c")));
        QVERIFY(queue.isEmpty());
        QVERIFY(!queue.take(2h));
        QVERIFY(!queue.holds(0));
        QCOMPARE(queue.withdraw(99), std::nullopt); // never seen
    }

    void whatFellDueIsFoundWhereItWaitsNow()
    {
        Queue queue(1);
        queue.add(0, host("a"));
        queue.add(1, host("a"), 10s);
        QCOMPARE(queue.take(10s)->index, 0);
        QVERIFY(!queue.take(10s)); // due, and no room
        QCOMPARE(queue.withdraw(1), std::optional(host("a")));
        queue.release(host("a"));
        QVERIFY(!queue.take(20s));
        QVERIFY(queue.isEmpty());
    }

    void priorityComesBeforePlaceAndPlaceBeforeTheIndex()
    {
        Queue queue(6);
        queue.setTurn(0, {plan::Priority::Low, 1});
        queue.setTurn(1, {plan::Priority::Normal, 5});
        queue.setTurn(2, {plan::Priority::Normal, 4});
        queue.setTurn(3, {plan::Priority::High, 9});
        queue.setTurn(4, {plan::Priority::Normal, 5});
        for (const int i : {0, 1, 2, 3, 4})
            queue.add(i, host(i % 2 == 0 ? "even" : "odd"));
        QCOMPARE(takeAll(&queue), (QList<int>{3, 2, 1, 4, 0}));
    }

    void aTurnMayChangeWhileItWaits()
    {
        Queue queue(6);
        for (int i = 0; i < 5; ++i)
            queue.add(i, host(i < 3 ? "a" : "b"));
        queue.setTurn(4, {plan::Priority::High, 0});
        queue.setTurn(2, {plan::Priority::Normal, -1});
        queue.setTurn(0, {plan::Priority::Low, 0});
        QCOMPARE(takeAll(&queue), (QList<int>{4, 2, 1, 3, 0}));
        queue.setTurn(4, {}); // which waits no more
        QVERIFY(queue.isEmpty());
    }

    void aFullHostKeepsNobodyElseFromGoing()
    {
        Queue queue(1);
        for (int i = 0; i < 3; ++i)
            queue.add(i, host("busy"));
        queue.add(3, host("idle"));
        queue.setTurn(2, {plan::Priority::High, 0});
        queue.setTurn(3, {plan::Priority::Low, 0});
        QCOMPARE(takeAll(&queue), (QList<int>{2, 3}));
        queue.release(host("busy"));
        QCOMPARE(takeAll(&queue), (QList<int>{0}));
    }

    void whatWaitsForItsTimeHasItsTurnThen()
    {
        Queue queue(1);
        queue.add(0, host("a"));
        queue.add(1, host("a"), 10s); // a retry
        queue.park(2, host("a"));
        queue.setTurn(1, {plan::Priority::High, 0});
        queue.setTurn(2, {plan::Priority::High, -1});
        QVERIFY(queue.isParked(2));
        QCOMPARE(queue.take(10s)->index, 1);
        queue.release(host("a"));
        QCOMPARE(queue.withdraw(2), std::optional(host("a")));
        queue.add(2, host("a"));
        QCOMPARE(takeAll(&queue), (QList<int>{2}));
        queue.release(host("a"));
        QCOMPARE(takeAll(&queue), (QList<int>{0}));
    }

    void takingCostsNoMoreWhenTheListIsLong()
    {
        costOfTaking(1'000); // warm up
        const double few = costOfTaking(1'000);
        const double many = costOfTaking(200'000);
        QVERIFY2(many < 20 * few + 2'000,
                 qPrintable(QStringLiteral("%1 ns, %2 ns").arg(few).arg(many)));
    }
};

LAPWING_TEST(TestQueue)
#include "tst_queue.moc"
