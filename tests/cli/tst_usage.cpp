// SPDX-License-Identifier: MIT
#include "console.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using lapwing::test::Console;

/// Wrong usage: exit status 2, the reason and a hint on standard error, nothing on standard output,
/// and nothing is fetched (no server is there: a fetch would end otherwise).
class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrong_data();
    void isWrong();
    void reasonIsHarmless();
    void secretsStayHidden();
};

void UsageTest::isWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("hint");
    const QByteArray get = "lapwing-cli get --help";
    const QByteArray top = "'lapwing-cli --help'";
    QTest::newRow("no command") << "" << QByteArray("command is missing") << top;
    QTest::newRow("unknown command") << "fetch" << QByteArray("'fetch'") << top;
    QTest::newRow("option before the command")
        << "--json get http://localhost:1/" << QByteArray("'--json'") << top;
    QTest::newRow("nothing to fetch") << "get" << QByteArray("nothing to fetch") << get;
    QTest::newRow("empty standard input") << "get -i -" << QByteArray("nothing to fetch") << get;
    QTest::newRow("unknown option")
        << "get --bogus http://localhost:1/" << QByteArray("bogus") << get;
    QTest::newRow("abbreviation") << "get --prog none http://localhost:1/" << QByteArray("prog")
                                  << get;
    QTest::newRow("-j 0") << "get -j0 http://localhost:1/" << QByteArray("1 to 256") << get;
    QTest::newRow("-j 257") << "get -j 257 http://localhost:1/" << QByteArray("1 to 256") << get;
    QTest::newRow("-j x") << "get -j x http://localhost:1/" << QByteArray("'x'") << get;
    QTest::newRow("-j -1") << "get -j -1 http://localhost:1/" << QByteArray("'-1'") << get;
    QTest::newRow("-j 2.5") << "get -j 2.5 http://localhost:1/" << QByteArray("'2.5'") << get;
    QTest::newRow("--per-host 0") << "get --per-host 0 http://localhost:1/"
                                  << QByteArray("--per-host") << get;
    QTest::newRow("--baseline") << "get --baseline maybe http://localhost:1/"
                                << QByteArray("none, measure") << get;
    QTest::newRow("--progress") << "get --progress loud http://localhost:1/" << QByteArray("json")
                                << get;
    QTest::newRow("unknown ending")
        << "get --export run.xml http://localhost:1/" << QByteArray("run.xml") << get;
    QTest::newRow("no ending") << "get --export run http://localhost:1/" << QByteArray(".csv")
                               << get;
    QTest::newRow("document twice")
        << "get --json --export - http://localhost:1/" << QByteArray("once") << get;
    QTest::newRow("- twice") << "get --export - --export - http://localhost:1/"
                             << QByteArray("once") << get;
    QTest::newRow("folder and none")
        << "get --null -d x http://localhost:1/" << QByteArray("--null") << get;
    QTest::newRow("no such list") << "get -i /no/such/list" << QByteArray("/no/such/list") << get;
    QTest::newRow("folder as list") << "get -i /" << QByteArray("folder") << get;
    QTest::newRow("no such certificate")
        << "get --ca-certificate /no/such http://localhost:1/" << QByteArray("/no/such") << get;
    QTest::newRow("no certificate inside")
        << "get --ca-certificate /dev/null http://localhost:1/" << QByteArray("PEM") << get;
    QTest::newRow("argument is no link")
        << "get http://localhost:1/ ftp://localhost/x" << QByteArray("ftp://localhost/x") << get;
    QTest::newRow("argument is a word") << "get word" << QByteArray("'word'") << get;
    QTest::newRow("--mode") << "demo --mode slow" << QByteArray("one-at-a-time")
                            << QByteArray("lapwing-cli demo --help");
    QTest::newRow("--scale 0") << "demo --scale 0" << QByteArray("above 0")
                               << QByteArray("lapwing-cli demo --help");
    QTest::newRow("--scale 11") << "demo --scale 11" << QByteArray("'11'")
                                << QByteArray("lapwing-cli demo --help");
    QTest::newRow("--scale nan") << "demo --scale nan" << QByteArray("'nan'")
                                 << QByteArray("lapwing-cli demo --help");
    QTest::newRow("demo takes no link")
        << "demo http://localhost:1/" << QByteArray("not expected") << QByteArray("demo --help");
    QTest::newRow("--port") << "serve --port 65536" << QByteArray("65535")
                            << QByteArray("lapwing-cli serve --help");
}

void UsageTest::isWrong()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, hint);
    Console console;
    QCOMPARE(console.run(line.split(u' ', Qt::SkipEmptyParts)), 2);
    QCOMPARE(console.out(), QByteArray());
    const QList<QByteArray> lines = console.err().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(0).startsWith("lapwing-cli: ") && lines.at(0).contains(reason),
             console.err().constData());
    QVERIFY2(lines.at(1).contains(hint), console.err().constData());
}

void UsageTest::reasonIsHarmless()
{
    Console console;
    QCOMPARE(console.run({QStringLiteral("\x1b[2J")}), 2);
    QVERIFY(!console.err().contains('\x1b'));
}

void UsageTest::secretsStayHidden()
{
    Console console;
    QCOMPARE(console.run(
                 {QStringLiteral("get"), QStringLiteral("ftp://me:hush@localhost/x?token=hush")}),
             2);
    QVERIFY2(!console.err().contains("hush"), console.err().constData());
}

LAPWING_TEST(UsageTest)
#include "tst_usage.moc"
