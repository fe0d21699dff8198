// SPDX-License-Identifier: MIT
#include "plan/lists/liststream.h"
#include "support/testmain.h"
#include "told.h"

using namespace lapwing;
using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;
using plan::Links;
using plan::ListFault;
using plan::ListStream;

Q_DECLARE_METATYPE(std::optional<bool>)

/// A list that comes bit by bit.
class ListStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whichAreReadByLine_data();
    void whichAreReadByLine();
    void aLineIsGivenWhenTheNextBegins();
    void optionsBelongToTheLinkAbove();
    void optionsThatComeLateAreNamed();
    void cutAnywhereItIsTheSameList_data();
    void cutAnywhereItIsTheSameList();
    void linesKeepTheirNumbers();
    void aLineThatIsTooLongCostsItself();
};

void ListStreamTest::whichAreReadByLine_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<std::optional<bool>>("isByLine");
    const std::optional<bool> notYet;
    const std::optional<bool> yes = true;
    const std::optional<bool> no = false;
    QTest::newRow("nothing") << QByteArray() << notYet;
    QTest::newRow("a comment") << QByteArray("# mine\n\n") << notYet;
    QTest::newRow("words") << QByteArray("My links\n") << notYet;
    QTest::newRow("a link") << QByteArray("# mine\nhttp://a.example/1\n") << yes;
    QTest::newRow("with a mark") << QByteArray("\xEF\xBB\xBFhttp://a.example/1\n") << yes;
    QTest::newRow("a link and a name") << QByteArray("http://a.example/1\tone.iso\n") << yes;
    QTest::newRow("in angle brackets") << QByteArray("<http://a.example/1>\n") << yes;
    QTest::newRow("Markdown") << QByteArray("[one](http://a.example/1)\n") << yes;
    QTest::newRow("aria2") << QByteArray("http://a.example/1\n out=x\n") << yes;
    QTest::newRow("JSON Lines") << QByteArray("{\"url\":\"http://a.example/1\"}\n") << yes;
    QTest::newRow("apt") << QByteArray("'http://a.example/1' one 5\n") << yes;
    QTest::newRow("a JSON array") << QByteArray("[\"http://a.example/1\",\n") << no;
    QTest::newRow("a JSON document") << QByteArray("{\"url\":\n") << no;
    QTest::newRow("a run document") << QByteArray("{\"format\":\"lapwing-run\",\n") << no;
    QTest::newRow("links and names")
        << QByteArray("http://a.example/1\tone\nhttp://a.example/2\ttwo\n") << yes;
    const QByteArray digits(64, 'a');
    QTest::newRow("a checksum behind") << "http://a.example/1\t" + digits + '\n' << no;
    QTest::newRow("a checksum before") << digits + "\thttp://a.example/1\n" << no;
    QTest::newRow("a name before") << QByteArray("one.iso\thttp://a.example/1\n") << no;
    QTest::newRow("a name before a comma") << QByteArray("one.iso,http://a.example/1\n") << no;
    QTest::newRow("a size") << QByteArray("http://a.example/1\t17\n") << no;
    QTest::newRow("a number") << QByteArray("http://a.example/1\t1\n") << no;
    QTest::newRow("titles") << QByteArray("url,name\nhttp://a.example/1,x\n") << no;
    QTest::newRow("checksums") << QByteArray("da39a3ee5e6b4b0d3255bfef95601890afd80709  a.iso\n")
                               << no;
    const QByteArray folder("https://a.example/files/\n");
    QTest::newRow("what may be the address of checksums") << "\n" + folder << notYet;
    QTest::newRow("a query that ends like a folder")
        << QByteArray("https://a.example/get?in=/\n") << yes;
    const QByteArray wordy("da39a3ee5e6b4b0d3255bfef95601890afd80709 my file\n");
    QTest::newRow("the same, and what may be one") << folder + wordy << notYet;
    QTest::newRow("titles of which one means a secret")
        << QByteArray("Adresse, Passwort\nhttp://h/a\n") << no;
    QTest::newRow("checksums of names with blanks") << folder + wordy + wordy << no;
    QTest::newRow("the same, signed")
        << "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" + folder << notYet;
    QTest::newRow("checksums below their address")
        << folder + "da39a3ee5e6b4b0d3255bfef95601890afd80709  a.iso\n"
        << no;
    QTest::newRow("another link below") << folder + "https://a.example/b\n" << yes;
    QTest::newRow("an option below") << folder + " out=x\n" << yes;
    QTest::newRow("two of them") << folder.repeated(2) << yes;
    QTest::newRow("many of them") << folder.repeated(20) << yes;
    QTest::newRow("a command") << QByteArray("curl 'http://a.example/1' \\\n") << no;
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?>\n") << no;
    QTest::newRow("a page") << QByteArray("<a href=\"http://a.example/1\">\n") << no;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\n") << no;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEh\0\n\0", 6) << no;
    QTest::newRow("a PDF") << QByteArray("%PDF-1.7\n") << no;
}

void ListStreamTest::whichAreReadByLine()
{
    QFETCH(QByteArray, beginning);
    QFETCH(std::optional<bool>, isByLine);
    QVERIFY(plan::isReadByLine(beginning) == isByLine);
}

void ListStreamTest::aLineIsGivenWhenTheNextBegins()
{
    ListStream stream({});
    QVERIFY(stream.take("http://a.example/1\nhttp://a.exa").urls.empty());
    QVERIFY(stream.isHolding());
    QCOMPARE(told(stream.take("mple/2\n")), QStringList{u"http://a.example/1"_s});
    QCOMPARE(told(stream.takeHeld()), QStringList{u"http://a.example/2"_s});
    QVERIFY(!stream.isHolding());
    QVERIFY(stream.takeHeld().urls.empty());
    QVERIFY(stream.take("http://a.example/3").urls.empty());
    QVERIFY(!stream.isHolding()); // its line is not whole
    QCOMPARE(told(stream.finish()), QStringList{u"http://a.example/3"_s});
}

void ListStreamTest::optionsBelongToTheLinkAbove()
{
    ListStream stream({});
    QVERIFY(stream.take("http://a.example/1\n").urls.empty());
    QVERIFY(stream.take(" out=x\n").urls.empty());
    QVERIFY(stream.take("\n# a comment\n  dir=d\n").urls.empty());
    const Links links = stream.take("http://a.example/2\n");
    QCOMPARE(told(links), QStringList{u"http://a.example/1 name=x dir=d"_s});
}

void ListStreamTest::optionsThatComeLateAreNamed()
{
    ListStream stream({});
    QVERIFY(stream.take("http://a.example/1\n").urls.empty());
    QCOMPARE(stream.takeHeld().urls.size(), std::size_t(1));
    const Links late = stream.take(" http-passwd=secret\n out=x\nhttp://a.example/2\n");
    QCOMPARE(refusedLines(late), (QList<int>{2, 3}));
    QCOMPARE(late.rejects.front().error.fault, ListFault::CameLate);
    QVERIFY(!late.rejects.front().text.contains(u"secret"));
    QCOMPARE(told(stream.finish()), QStringList{u"http://a.example/2"_s});
}

void ListStreamTest::cutAnywhereItIsTheSameList_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("text") << QByteArray("http://a.example/1\n# no\n\nnone\nhttp://a.example/2\tb");
    QTest::newRow("CRLF") << QByteArray("http://a.example/1\r\nnone\r\n\r\nhttp://a.example/2\r\n");
    QTest::newRow("CR") << QByteArray("http://a.example/1\rnone\r\rhttp://a.example/2");
    QTest::newRow("mixed") << QByteArray("http://a.example/1\r\r\nnone\n\rhttp://a.example/2\n");
    QTest::newRow("aria2") << QByteArray("http://a.example/1\thttp://b.example/1\n out=x\n "
                                         "max-tries=2\nhttp://a.example/2\n dir=d\n");
    QTest::newRow("JSON Lines") << QByteArray(
        "{\"url\":\"http://a.example/1\",\"name\":\"x\"}\n{}\n"
        "{\"url\":\"http://a.example/2\"}\n");
    QTest::newRow("Latin-1") << QByteArray("http://a.example/1\n\xE4\nhttp://a.example/2\tb\xE4\n");
}

void ListStreamTest::cutAnywhereItIsTheSameList()
{
    QFETCH(QByteArray, list);
    ListStream whole({});
    Links all = whole.take(list);
    all.append(whole.finish());
    QCOMPARE(all.urls.size(), std::size_t(2));
    for (qsizetype cut = 0; cut <= list.size(); ++cut) {
        ListStream stream({});
        Links links = stream.take(list.first(cut));
        links.append(stream.take(list.sliced(cut)));
        links.append(stream.finish());
        QCOMPARE(told(links), told(all));
        QCOMPARE(refusedLines(links), refusedLines(all));
        QCOMPARE(links.lines, all.lines);
    }
}

void ListStreamTest::linesKeepTheirNumbers()
{
    ListStream stream({});
    QCOMPARE(refusedLines(stream.take("none\nhttp://a.example/1\n")), QList<int>{1});
    QCOMPARE(refusedLines(stream.take("neither\n\nnor\nhttp://a.example/2\n")), (QList<int>{3, 5}));
    QCOMPARE(stream.takeHeld().lines, std::vector<int>{6});
}

void ListStreamTest::aLineThatIsTooLongCostsItself()
{
    ListStream stream({});
    Links links = stream.take("http://a.example/");
    for (int part = 0; part < 100; ++part)
        links.append(stream.take(QByteArray(10'000, 'x')));
    links.append(stream.take("\nhttp://a.example/2\n"));
    links.append(stream.finish());
    QCOMPARE(told(links), QStringList{u"http://a.example/2"_s});
    QCOMPARE(refusedLines(links), QList<int>{1});
    QCOMPARE(links.rejects.front().error.fault, ListFault::LineTooLong);
}

LAPWING_TEST(ListStreamTest)
#include "tst_liststream.moc"
