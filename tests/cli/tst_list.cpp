// SPDX-License-Identifier: MIT
#include "console.h"
#include "support/testmain.h"
#include "text/catalogue.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using lapwing::test::Console;

namespace {

const QByteArray aria2("http://h/a\thttp://m/a\n out=b.iso\n max-tries=3\nftp://h/c\nhttp://h/d\n");

} // namespace

/// `list`: converts and checks lists, and downloads nothing.
class ListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { lapwing::text::speak(QStringLiteral("en")); }
    void converts_data();
    void converts();
    void commandsOfCurlGiveEachFileAName();
    void saysWhatIsLost();
    void saysWhatNamesWereReadAs();
    void saysWhatIsNotUsed();
    void checksOnly();
    void saysWhenThereIsNoLink();
    void manyLinesOfOneReasonAreOneSentence();
    void takesTheFailedOnes();
    void takesABase();
    void expandsRangesOnRequest();
    void followsALinkThatWasTyped();
    void isWrong_data();
    void isWrong();
};

void ListTest::converts_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("text") << u"text"_s << QByteArray("http://h/a\tb.iso\nhttp://h/d\n");
    QTest::newRow("aria2") << u"aria2"_s
                           << QByteArray(
                                  "http://h/a\thttp://m/a\n out=b.iso\n max-tries=3\nhttp://h/d\n");
    QTest::newRow("csv") << u"csv"_s
                         << QByteArray("url,name\r\nhttp://h/a,b.iso\r\nhttp://h/d,\r\n");
    QTest::newRow("curl")
        << u"curl"_s
        << QByteArray("curl -g -L -o 'b.iso' 'http://h/a'\ncurl -g -L -O 'http://h/d'\n");
    QTest::newRow("jsonl") << u"jsonl"_s
                           << QByteArray(
                                  "{\"mirrors\":[\"http://m/a\"],\"name\":\"b.iso\",\"options\":"
                                  "{\"max-tries\":\"3\"},\"url\":\"http://h/a\"}\n"
                                  "{\"url\":\"http://h/d\"}\n");
}

void ListTest::converts()
{
    QFETCH(QString, format);
    Console console(aria2);
    QCOMPARE(console.run({u"list"_s, u"-"_s, u"--to"_s, format}), 1); // one line is none
    QTEST(console.out(), "out");
    QVERIFY2(console.err().startsWith("standard input, line 4: ftp://h/c: "), console.err());
    QVERIFY2(!console.err().contains("max-tries"), console.err());
}

/// curl writes over what is there, and finds no name behind the last "/".
void ListTest::commandsOfCurlGiveEachFileAName()
{
    Console console("http://h/\nhttp://h/a.iso\nhttp://i/a.iso\nhttp://h/b\ta.iso\nhttp://h/c/\n");
    QCOMPARE(console.run({u"list"_s, u"-"_s, u"--to"_s, u"curl"_s}), 0);
    QCOMPARE(console.out(),
             QByteArray("curl -g -L -o 'index.html' 'http://h/'\n"
                        "curl -g -L -O 'http://h/a.iso'\n"
                        "curl -g -L -o 'a (1).iso' 'http://i/a.iso'\n"
                        "curl -g -L -o 'a (2).iso' 'http://h/b'\n"
                        "curl -g -L -o 'index (1).html' 'http://h/c/'\n"));
}

void ListTest::saysWhatIsLost()
{
    Console poor("http://h/a\n out=b\n split=4\n");
    QCOMPARE(poor.run({u"list"_s, u"-"_s}), 0);
    QVERIFY2(poor.err().contains("cannot contain everything"), poor.err());
    Console rich("http://h/a\n out=b\n gid=1\n");
    QCOMPARE(rich.run({u"list"_s, u"-"_s, u"--to"_s, u"aria2"_s}), 0);
    QCOMPARE(rich.err(), QByteArray());
}

void ListTest::saysWhatNamesWereReadAs()
{
    Console console("http://h/a\tcaf\xE9\n");
    QCOMPARE(console.run({u"list"_s, u"--check"_s, u"-"_s}), 0);
    QCOMPARE(console.err(),
             QByteArray("standard input: not UTF-8; its names were read as Latin-1. If they look "
                        "wrong, save the list as UTF-8.\n"));
}

void ListTest::saysWhatIsNotUsed()
{
    Console table("url,Owner,Price\nhttp://h/a,Ann,3 EUR\nhttp://h/b,Bob,4 EUR\n");
    QCOMPARE(table.run({u"list"_s, u"-"_s}), 0);
    QCOMPARE(table.err(), QByteArray("standard input: not used: Owner, Price\n"));
    Console settings("http://h/a\n split=5\n");
    QCOMPARE(settings.run({u"list"_s, u"-"_s}), 0);
    QVERIFY2(settings.err().contains("standard input: not used: split\n"), settings.err());
}

void ListTest::checksOnly()
{
    Console console(aria2);
    QCOMPARE(console.run({u"list"_s, u"--check"_s, u"-"_s}), 1);
    QCOMPARE(console.out(), QByteArray("2 links, 1 line refused\n"));
    Console fine("http://h/a\n");
    QCOMPARE(fine.run({u"list"_s, u"--check"_s, u"-"_s}), 0);
    QCOMPARE(fine.out(), QByteArray("1 link, 0 lines refused\n"));
}

void ListTest::saysWhenThereIsNoLink()
{
    for (const char *list : {"", "# later\n", "<!DOCTYPE html>\n<p>none</p>\n"}) {
        Console console{QByteArray(list)};
        QCOMPARE(console.run({u"list"_s, u"-"_s}), 3);
        QCOMPARE(console.err(), QByteArray("standard input: It contains no link.\n"));
    }
}

void ListTest::manyLinesOfOneReasonAreOneSentence()
{
    Console console("http://h/a\n" + QByteArray("magnet:?x\n").repeated(206));
    QCOMPARE(console.run({u"list"_s, u"--check"_s, u"-"_s}), 1);
    QCOMPARE(console.err().count('\n'), 1);
    QVERIFY2(console.err().startsWith("standard input, 206 lines (2-207), for example "),
             console.err());
}

void ListTest::takesTheFailedOnes()
{
    const QByteArray document(R"({"format":"lapwing-run","runs":[{"tasks":[
        {"id":1,"url":"http://h/a","name":"a","state":"done"},
        {"id":2,"url":"http://h/b","name":"b","state":"failed"}]}]})");
    Console failed(document);
    QCOMPARE(failed.run({u"list"_s, u"--failed"_s, u"-"_s}), 0);
    QCOMPARE(failed.out(), QByteArray("http://h/b\n"));
    Console all(document);
    QCOMPARE(all.run({u"list"_s, u"-"_s}), 0);
    QCOMPARE(all.out(), QByteArray("http://h/a\nhttp://h/b\n"));
}

void ListTest::takesABase()
{
    Console console("d41d8cd98f00b204e9800998ecf8427e  a\n");
    QCOMPARE(
        console.run({u"list"_s, u"--base"_s, u"https://h/x/"_s, u"--to"_s, u"aria2"_s, u"-"_s}), 0);
    QCOMPARE(console.out(),
             QByteArray("https://h/x/a\n out=a\n checksum=md5=d41d8cd98f00b204e9800998ecf8427e\n"));
}

void ListTest::expandsRangesOnRequest()
{
    Console asIs("http://h/[1-3]\n");
    QCOMPARE(asIs.run({u"list"_s, u"-"_s}), 0);
    QCOMPARE(asIs.out(), QByteArray("http://h/[1-3]\n"));
    Console expanded("http://h/[1-3]\n");
    QCOMPARE(expanded.run({u"list"_s, u"--expand"_s, u"-"_s}), 0);
    QCOMPARE(expanded.out(), QByteArray("http://h/1\nhttp://h/2\nhttp://h/3\n"));
    Console many("http://h/[1-2000000]\n");
    QCOMPARE(many.run({u"list"_s, u"--expand"_s, u"--check"_s, u"-"_s}), 3); // all failed
    QVERIFY2(many.err().contains("2,000,000 links"), many.err());
}

void ListTest::followsALinkThatWasTyped()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"list"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("http://h/a\n") > 0);
    file.close();
    QVERIFY(QFile::link(file.fileName(), dir.filePath(u"link"_s)));
    Console console;
    QCOMPARE(console.run({u"list"_s, dir.filePath(u"link"_s)}), 0);
    QCOMPARE(console.out(), QByteArray("http://h/a\n"));
}

void ListTest::isWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no list") << QStringList{} << QByteArray("Expected a list");
    QTest::newRow("no such format")
        << QStringList{u"-"_s, u"--to"_s, u"xml"_s}
        << QByteArray("--to must be one of aria2, csv, curl, jsonl, metalink, text, not 'xml'");
    QTest::newRow("check and write")
        << QStringList{u"-"_s, u"--check"_s, u"--to"_s, u"csv"_s} << QByteArray("--check");
    QTest::newRow("base") << QStringList{u"-"_s, u"--base"_s, u"h"_s} << QByteArray("--base");
    QTest::newRow("no such file") << QStringList{u"/no/such"_s} << QByteArray("/no/such");
}

void ListTest::isWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, reason);
    Console console;
    QCOMPARE(console.run(QStringList{u"list"_s} + arguments), 2);
    QVERIFY2(console.err().contains(reason), console.err());
    QCOMPARE(console.out(), QByteArray());
}

LAPWING_TEST(ListTest)
#include "tst_list.moc"
