// SPDX-License-Identifier: MIT
#include "cli/commands/demonarrator.h"
#include "console.h"
#include "support/korean.h"
#include "support/otherwords.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using demo::DemoEvent;
using test::Console;

namespace {

DemoEvent delivered(const char *who, std::chrono::nanoseconds waited)
{
    return {DemoEvent::Kind::Delivered, QString::fromUtf8(who), waited, waited};
}

QByteArray told(double scale, const demo::DemoResult &served)
{
    Console console;
    cli::DemoNarrator(console.streams().out, scale).sayRound(served);
    return console.out();
}

} // namespace

class DemoNarratorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsAsTheyHappen();
    void waitsCountFromTheStartInKoreanToo();
    void timesEndTogetherInEveryLanguage();
    void whoWaitedLongestIsAngry();
    void nobodyIsAngryTogether();
    void comparison();
};

void DemoNarratorTest::eventsAsTheyHappen()
{
    Console console;
    cli::DemoNarrator waiter(console.streams().out, 1);
    waiter.sayEvent({DemoEvent::Kind::Ordered, QStringLiteral("B"), 5s, {}});
    waiter.sayEvent({DemoEvent::Kind::Delivered, QStringLiteral("B"), 5010ms, 5010ms});
    waiter.sayEvent({DemoEvent::Kind::Collected, QStringLiteral("B"), 8s, 5010ms});
    QCOMPARE(console.out(),
             QByteArray("   5.0 s  B orders.\n   5.0 s  B's meal is delivered after 5.0 s; B is "
                        "eating.\n   8.0 s  B has eaten; B's bowl is collected.\n"));
}

/// B orders after 5 s here, and has its meal at once.
void DemoNarratorTest::waitsCountFromTheStartInKoreanToo()
{
    const test::Korean korean;
    Console console;
    cli::DemoNarrator waiter(console.streams().out, 1);
    waiter.sayEvent({DemoEvent::Kind::Delivered, QStringLiteral("B"), 5010ms, 5010ms});
    const QString line = QString::fromUtf8(console.out());
    QVERIFY2(line.contains(QStringLiteral("B: 시작 5.0초 뒤에 음식이 배달되어")), qPrintable(line));
    QVERIFY2(!line.contains(QStringLiteral("주문한 지")), qPrintable(line));
}

/// A character of Korean is as wide as two others.
void DemoNarratorTest::timesEndTogetherInEveryLanguage()
{
    const test::OtherWords korean({{QStringLiteral("%1 s"), QStringLiteral("%1초")}});
    Console console;
    cli::DemoNarrator waiter(console.streams().out, 1);
    waiter.sayEvent({DemoEvent::Kind::Ordered, QStringLiteral("B"), 5s, {}});
    QCOMPARE(console.out(), QByteArray("   5.0초  B orders.\n"));
}

void DemoNarratorTest::whoWaitedLongestIsAngry()
{
    const demo::DemoResult served{
        12s, {delivered("A", 10ms), delivered("B", 5010ms), delivered("C", 8020ms)}, {}, {}};
    QCOMPARE(
        told(1, served),
        QByteArray(
            "Waited for the delivery: A 0.0 s, B 5.0 s, C 8.0 s. C, who waited longest (8.0 s), "
            "is the one who gets angry.\nIn all: 12.0 s\n\n"));
}

void DemoNarratorTest::nobodyIsAngryTogether()
{
    const demo::DemoResult served{
        500ms, {delivered("A", 10ms), delivered("B", 10ms), delivered("C", 20ms)}, {}, {}};
    QCOMPARE(
        told(0.1, served),
        QByteArray("Waited for the delivery: A 0.01 s, B 0.01 s, C 0.02 s. Nobody gets angry.\n"
                   "In all: 0.50 s\n\n"));
}

void DemoNarratorTest::comparison()
{
    Console console;
    cli::DemoNarrator(console.streams().out, 1).compare(12s, 5s, 5s);
    QVERIFY(console.out().startsWith(
        "One at a time took 12.0 s, as tasks 5.0 s, gathered 5.0 s: all measured.\n"));
    QVERIFY(console.out().contains("2.4× as fast"));
    QVERIFY(console.out().contains("a task has been running all along"));
}

LAPWING_TEST(DemoNarratorTest)
#include "tst_demonarrator.moc"
