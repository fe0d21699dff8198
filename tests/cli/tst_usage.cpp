// SPDX-License-Identifier: MIT
#include "console.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using lapwing::test::Console;

namespace {

/// "get OPTIONS" with a link.
void row(const char *options, const char *reason)
{
    QTest::newRow(options) << u"get %1 http://localhost:1/"_s.arg(QLatin1String(options))
                           << QByteArray(reason) << QByteArray("lapwing-cli get --help");
}

void addLimits()
{
    row("-j0", "1 to 256");
    row("-j 257", "1 to 256");
    row("-j x", "'x'");
    row("-j -1", "'-1'");
    row("-j 2.5", "'2.5'");
    row("--per-host 0", "--per-host");
    row("--retries -1", "0 to 100");
    row("--retries 101", "0 to 100");
    row("--max-size 0", "--max-size");
    row("--min-rate fast", "--min-rate");
    row("--connect-timeout 0", "--connect-timeout");
    row("--first-byte-timeout 0", "--first-byte-timeout");
    row("--stall-timeout -1", "--stall-timeout");
    row("--stall-timeout inf", "86400");
    row("--checksum crc32=0", "--checksum: The checksum type");
    row("--checksum md5=0 http://h/", "exactly one link");
    row("--conflict ask", "number, skip, replace");
}

void addAccess()
{
    row("--header nonsense", "Name: value");
    row("--header range:x", "Lapwing sets the header Range itself");
    row("--header a:1 --header A:2", "header A is given twice");
    row("--load-cookies /no/such", "/no/such");
    row("--proxy ftp://h", "socks5://host:port");
    row("--ca-certificate /no/such", "/no/such");
    row("--ca-certificate /dev/null", "PEM");
    row("ftp://localhost/x", "ftp://localhost/x");
}

void addTelling()
{
    row("--bogus", "There is no option '--bogus'.");
    row("--prog none", "'--prog'. Did you mean '--progress'?");
    row("--heder x", "'--heder'. Did you mean '--header'?");
    row("--exprot run.json", "Did you mean '--export'?");
    row("-Z", "'-Z'");
    row("--baseline maybe", "none, measure");
    row("--progress loud", "json");
    row("--export run.xml", "run.xml");
    row("--export run", ".csv");
    row("--json --export -", "Only one run document");
    row("--export - --export -", "Only one run document");
    row("--null -d x", "--directory");
    row("--null --conflict skip", "--conflict");
}

} // namespace

/// Wrong usage: exit status 2, the reason and a hint on standard error, nothing on standard output,
/// and nothing is fetched (no server is there: a fetch would end otherwise).
class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrong_data();
    void isWrong();
    void reasonIsHarmless();
    void secretsStayHidden_data();
    void secretsStayHidden();
    void aLinkInPlaceOfAFileStaysHidden_data();
    void aLinkInPlaceOfAFileStaysHidden();
};

void UsageTest::isWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("hint");
    const auto row = [](const char *name, const char *line, const char *reason, const char *hint) {
        QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(reason) << QByteArray(hint);
    };
    const char *const top = "'lapwing-cli --help'";
    row("unknown command", "fetch", "'fetch'.", top);
    row("mistyped command", "gte", "'gte'. Did you mean 'get'?", top);
    row("mistyped option of the program", "--verison", "Did you mean '--version'?", top);
    row("option before the command", "--json get http://localhost:1/", "'--json'", top);
    const char *const demo = "lapwing-cli demo --help";
    row("--mode", "demo --mode slow", "one-at-a-time", demo);
    row("--scale 0", "demo --scale 0", "above 0", demo);
    row("--scale 11", "demo --scale 11", "'11'", demo);
    row("--scale nan", "demo --scale nan", "'nan'", demo);
    row("demo takes no link", "demo http://localhost:1/", "Unexpected argument", demo);
    row("--port", "serve --port 65536", "65535", "lapwing-cli serve --help");
    const char *const get = "lapwing-cli get --help";
    row("nothing to fetch", "get", "nothing to download", get);
    row("empty standard input", "get -i -", "nothing to download", get);
    row("no such list", "get -i /no/such/list", "/no/such/list", get);
    row("folder as list", "get -i /", "folder", get);
    row("argument is a word", "get word", "'word'", get);
    addLimits();
    addAccess();
    addTelling();
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

void UsageTest::secretsStayHidden_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString link = u"http://localhost:1/"_s;
    QTest::newRow("link") << QStringList{u"ftp://me:hush@localhost/x?token=hush"_s};
    QTest::newRow("too many links of a range")
        << QStringList{u"--expand"_s, u"http://me:hush@h/[1-200000].iso?token=hush"_s};
    QTest::newRow("header without a colon") << QStringList{link, u"--header"_s, u"hush"_s};
    QTest::newRow("header that breaks out")
        << QStringList{link, u"--header"_s, u"X: hush\r\nY: hush"_s};
    QTest::newRow("header of ours") << QStringList{link, u"--header=Host: hush"_s};
    QTest::newRow("header twice") << QStringList{link, u"--header=X: hush"_s,
                                                 u"--header=x: hush"_s};
    QTest::newRow("unknown option") << QStringList{link, u"--heder=X: hush"_s};
    QTest::newRow("mistyped option with a value") << QStringList{link, u"--proxi=me:hush@h"_s};
    QTest::newRow("unknown letter") << QStringList{link, u"-H"_s, u"X: hush"_s};
    QTest::newRow("unknown letters") << QStringList{link, u"-Xhush"_s};
    QTest::newRow("flag with a value") << QStringList{link, u"--netrc=hush"_s};
    QTest::newRow("proxy") << QStringList{link, u"--proxy"_s, u"http://me:hush@h:x"_s};
    QTest::newRow("proxy without a host") << QStringList{link, u"--proxy"_s, u"me:hush@"_s};
    QTest::newRow("proxy of another kind")
        << QStringList{link, u"--proxy"_s, u"https://me:hush@h"_s};
}

void UsageTest::secretsStayHidden()
{
    QFETCH(QStringList, arguments);
    Console console;
    QCOMPARE(console.run(QStringList{u"get"_s} + arguments), 2);
    QVERIFY2(!console.err().contains("hush") && !console.err().contains("h, u, s"),
             console.err().constData());
}

void UsageTest::aLinkInPlaceOfAFileStaysHidden_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("get") << QStringList{u"get"_s, u"-i"_s};
    QTest::newRow("list") << QStringList{u"list"_s};
    QTest::newRow("report") << QStringList{u"report"_s};
}

void UsageTest::aLinkInPlaceOfAFileStaysHidden()
{
    QFETCH(QStringList, command);
    Console console;
    QCOMPARE(console.run(command << u"http://me:hush@h/x"_s), 2);
    QVERIFY2(console.err().contains("http://h/x: "), console.err().constData());
}

LAPWING_TEST(UsageTest)
#include "tst_usage.moc"
