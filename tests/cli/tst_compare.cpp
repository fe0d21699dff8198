// SPDX-License-Identifier: MIT
#include "console.h"
#include "process.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace lapwing::test;
using namespace std::chrono_literals;

namespace {

QString name(const char *text)
{
    return QString::fromUtf8(text);
}

/// `command` and `more`, quiet, for the files /0, /1, ... of the server.
QStringList asked(const RawServer &server, const char *command, int files, const QStringList &more)
{
    QStringList arguments{name(command), name("--progress"), name("none")};
    arguments += more;
    for (int i = 0; i < files; ++i)
        arguments << QString::fromLatin1(server.url("/" + QByteArray::number(i)).toEncoded());
    return arguments;
}

QJsonObject documentOf(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.out).object();
}

} // namespace

/// The real program: what compare and sweep fetch, say and give back.
class CompareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sixRoundsMakeAnInterval();
    void everyRunIsInTheDocument();
    void nothingIsLeftInTheFolder();
    void theCostIsSaidBeforeTheFirstByte();
    void aFailedLinkIsLeftOut();
    void nothingThatComesIsNotComparable();
    void aSweepRecommendsANumber();
    void aSweepGoesNoHigherThanTheServerAllows();
    void aDemandThatIsMissedIsNamed();
    void aDemandThatIsKeptIsSilent();
    void wrongUsage_data();
    void wrongUsage();
    void aBlockedLoopIsSaidToBe();
};

void CompareTest::sixRoundsMakeAnInterval()
{
    RawServer server;
    server.route("/*", ok("x").after(40ms));
    const Ran ran = CliProcess().run(
        asked(server, "compare", 6, {name("--null"), name("--rounds"), name("6")}));
    QCOMPARE(ran.status, 0);
    const QByteArray first = ran.out.left(ran.out.indexOf('\n'));
    QVERIFY2(first.contains("× as fast (measured)."), first);
    QVERIFY2(first.contains("with 96.9 %") && first.contains("6 rounds") && first.contains("cold"),
             first);
    QVERIFY(ran.out.contains("Probe of http://127.0.0.1"));
}

void CompareTest::everyRunIsInTheDocument()
{
    RawServer server;
    server.route("/*", ok("x").after(20ms));
    const Ran ran = CliProcess().run(
        asked(server, "compare", 4, {name("--null"), name("--rounds"), name("2"), name("--json")}));
    QCOMPARE(ran.status, 0);
    const QJsonArray runs = documentOf(ran).value(name("runs")).toArray();
    QCOMPARE(runs.size(), 4);
    QHash<QString, int> modes;
    for (const QJsonValue &run : runs)
        ++modes[run.toObject().value(name("mode")).toString()];
    QCOMPARE(modes.value(name("together")), 2);
    QCOMPARE(modes.value(name("one-at-a-time")), 2);
    const QJsonObject speedup = documentOf(ran).value(name("speedup")).toObject();
    QCOMPARE(speedup.value(name("kind")).toString(), name("measured"));
    QVERIFY(speedup.value(name("value")).toDouble() > 1.5);
}

void CompareTest::nothingIsLeftInTheFolder()
{
    RawServer server;
    server.route("/*", okFilled(50'000));
    const QTemporaryDir folder;
    const Ran ran = CliProcess().run(
        asked(server, "compare", 3, {name("-d"), folder.path(), name("--rounds"), name("2")}));
    QCOMPARE(ran.status, 0);
    QVERIFY(QDir(folder.path())
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
}

void CompareTest::theCostIsSaidBeforeTheFirstByte()
{
    RawServer server;
    server.route("/*", okFilled(50'000));
    const Ran ran = CliProcess().run(
        asked(server, "compare", 3, {name("--null"), name("--rounds"), name("2")}));
    QCOMPARE(ran.status, 0);
    const qsizetype cost = ran.err.indexOf("600.0 kB"); // 3 files, 2 rounds, 2 ways
    QVERIFY2(cost >= 0, ran.err);
    QVERIFY(cost < ran.err.indexOf("Run 1 of 4"));
}

void CompareTest::aFailedLinkIsLeftOut()
{
    RawServer server;
    server.route("/0", ok("x").after(10ms));
    server.route("/1", ok("x").after(10ms));
    const Ran ran = CliProcess().run(
        asked(server, "compare", 3, {name("--null"), name("--rounds"), name("2")}));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.out.contains("(measured). For 2 of 3 files; the other was not downloaded."),
             ran.out);
    QVERIFY2(ran.out.contains("Left out because they failed: 2."), ran.out);
}

void CompareTest::nothingThatComesIsNotComparable()
{
    RawServer server;
    const Ran ran = CliProcess().run(
        asked(server, "compare", 2, {name("--null"), name("--rounds"), name("2")}));
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.out.startsWith("Not comparable: "), ran.out);
}

void CompareTest::aSweepRecommendsANumber()
{
    RawServer server;
    server.route("/*", ok("x").after(60ms));
    const Ran ran = CliProcess().run(asked(server, "sweep", 8,
                                           {name("--null"), name("--levels"), name("1,2,8"),
                                            name("--rounds"), name("2"), name("--json")}));
    QCOMPARE(ran.status, 0);
    const QJsonObject sweep = documentOf(ran).value(name("sweep")).toObject();
    QCOMPARE(sweep.value(name("points")).toArray().size(), 3);
    QCOMPARE(sweep.value(name("recommended")).toObject().value(name("at_once")).toInt(), 8);
    QVERIFY(sweep.value(name("stopped")).isNull());
    QVERIFY(sweep.value(name("stopped_code")).isNull());
}

void CompareTest::aSweepGoesNoHigherThanTheServerAllows()
{
    RawServer server;
    server.route("/*", ok("x").after(40ms));
    server.route("/3", status(429, "Too Many Requests"));
    const Ran ran =
        CliProcess().run(asked(server, "sweep", 4,
                               {name("--null"), name("--levels"), name("4,8"), name("--rounds"),
                                name("2"), name("--retries"), name("0"), name("--json")}));
    const QJsonObject sweep = documentOf(ran).value(name("sweep")).toObject();
    QVERIFY(sweep.value(name("stopped")).toString().contains(u'4'));
    QCOMPARE(sweep.value(name("stopped_code")).toString(), name("refused"));
    QCOMPARE(sweep.value(name("stopped_at_once")).toInt(), 4);
    QVERIFY2(server.peakConcurrency() <= 4, "8 were never tried");
}

void CompareTest::aDemandThatIsMissedIsNamed()
{
    RawServer server;
    server.route("/*", ok("x").after(60ms));
    const Ran ran = CliProcess().run(asked(
        server, "get", 2, {name("--null"), name("--require"), name("failed==0,elapsed<=0.01")}));
    QCOMPARE(ran.status, 5);
    QVERIFY2(ran.err.contains("elapsed<=0.01"), ran.err);
    QVERIFY(!ran.err.contains("failed==0"));
}

void CompareTest::aDemandThatIsKeptIsSilent()
{
    RawServer server;
    server.route("/*", ok("x"));
    const Ran ran = CliProcess().run(asked(
        server, "get", 2, {name("--null"), name("--require"), name("failed==0, elapsed<=60")}));
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.err, QByteArray());
}

void CompareTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    const QString link = name("http://127.0.0.1:1/x");
    QTest::newRow("rounds") << QStringList{name("compare"), name("--rounds"), name("0"), link}
                            << QByteArray("--rounds");
    QTest::newRow("levels") << QStringList{name("sweep"), name("--levels"), name("1,0"), link}
                            << QByteArray("--levels");
    QTest::newRow("level that is none")
        << QStringList{name("sweep"), name("--levels"), name("1,,2"), link}
        << QByteArray("--levels");
    QTest::newRow("a number at once for a sweep")
        << QStringList{name("sweep"), name("-j"), name("4"), link} << QByteArray("-j");
    QTest::newRow("demand") << QStringList{name("get"), name("--require"), name("speed>=2"), link}
                            << QByteArray("speed>=2");
    QTest::newRow("no links") << QStringList{name("compare")} << QByteArray("nothing to download");
    QTest::newRow("conflict") << QStringList{name("compare"), name("--conflict"), name("skip"),
                                             link}
                              << QByteArray("--conflict");
}

void CompareTest::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, named);
    Console console;
    QCOMPARE(console.run(arguments), 2);
    QVERIFY2(console.err().contains(named), console.err());
}

void CompareTest::aBlockedLoopIsSaidToBe()
{
    const Ran ran = CliProcess().run(
        {name("demo"), name("--mode"), name("blocking"), name("--scale"), name("0.2")});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains("The loop was blocked"), ran.out);
    QVERIFY2(ran.out.contains("The loop was I/O-bound"), ran.out);
    QVERIFY2(ran.out.contains("(The event loop has been blocked since"), ran.out);
}

LAPWING_TEST(CompareTest)
#include "tst_compare.moc"
