// SPDX-License-Identifier: MIT
#include "plan/listing.h"
#include "plan/lists/listline.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

/// Blanks and marks that are not ASCII.
constexpr QStringView partings = u"\u00A0\u3000\u2028\u2029\u2003\u2009\u200B，、；｜→•";

void row(const QString &line, const QString &link, const QString &name = {})
{
    QTest::newRow(qPrintable(line)) << line << link << name;
}

/// For takesThemApart(): lines that say what the file is called.
void addNames(const QString &a)
{
    row(u"http://h/a.iso\tb.iso"_s, a, u"b.iso"_s);
    row(u"http://h/a.iso  b"_s, a, u"b"_s);
    row(u"http://h/a.iso  My name.iso"_s, a, u"My name.iso"_s);
    row(u"http://h/a.iso,  b"_s, a, u"b"_s);
    row(u"http://h/a\tb  c  d.iso"_s, u"http://h/a"_s, u"b  c  d.iso"_s);
    row(u"http://h/get?id=5\tb.iso"_s, u"http://h/get?id=5"_s, u"b.iso"_s);
    row(u"http://h/get?id=5\t<b.iso>"_s, u"http://h/get?id=5"_s, u"b.iso"_s);
    row(u"http://h/a.iso,b.iso"_s, a, u"b.iso"_s);
    row(u"http://h/a.iso, b.ISO"_s, a, u"b.ISO"_s);
    row(u"http://h/a.iso b.iso"_s, a, u"b.iso"_s);
    row(u"http://h/a.iso -> b.iso"_s, a, u"b.iso"_s);
    row(u"http://h/a.iso – b.iso"_s, a, u"b.iso"_s);
    for (const QString &arrow :
         {u"\t-> "_s, u"\t->\t"_s, u"  -> "_s, u"  ->  "_s, u"  – "_s, u"  : "_s})
        row(u"http://h/get?id=5"_s + arrow + u"b.iso"_s, u"http://h/get?id=5"_s, u"b.iso"_s);
    for (const QString &arrow : {u" - "_s, u" -> "_s, u" — "_s, u": "_s, u"\t-- "_s})
        row(u"<http://h/x>"_s + arrow + u"b.iso"_s, u"http://h/x"_s, u"b.iso"_s);
    row(u"http://h/x\t— b.iso"_s, u"http://h/x"_s, u"— b.iso"_s); // as it is written
    row(u"http://h/a.tar.gz,b.tar.gz"_s, u"http://h/a.tar.gz"_s, u"b.tar.gz"_s);
    row(u"http://h/x,y.iso,b.iso"_s, u"http://h/x,y.iso"_s, u"b.iso"_s);
    row(u"\"http://h/a.iso\",\"b, c.iso\""_s, a, u"b, c.iso"_s);
    row(u"\"http://h/x\";y"_s, u"http://h/x"_s, u"y"_s);
    row(u"<http://h/x> y"_s, u"http://h/x"_s, u"y"_s);
    row(u"<http://h/My x.iso>"_s, u"http://h/My x.iso"_s);
    row(u"<http://h/a'http://h/b>"_s, u"http://h/a'http://h/b"_s);
    row(u"'http://h/My x.iso' y"_s, u"http://h/My x.iso"_s, u"y"_s);
    row(u"- http://h/a.iso\t\"b.iso\""_s, a, u"b.iso"_s);
    for (const QChar parting : partings)
        row(u"http://h/a.iso%1b.iso"_s.arg(parting), a, u"b.iso"_s);
    row(u"http://h/a.iso\u3000\u3000b"_s, a, u"b"_s);
    row(u"http://h/a\u00A0\tb\u3000c.iso"_s, u"http://h/a"_s, u"b\u3000c.iso"_s);
    row(u"•\u00A0http://h/a.iso"_s, a);
}

} // namespace

/// Lists as people have them.
class ReadingListLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesThemApart_data();
    void takesThemApart();
    void tellsMarksFromLinks_data();
    void tellsMarksFromLinks();
    void refusesWhatIsNotClear_data();
    void refusesWhatIsNotClear();
    void theNameIsTheListsWord();
    void isNotSlow_data();
    void isNotSlow();
};

void ReadingListLines::takesThemApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("name");

    const QString a = u"http://h/a.iso"_s;
    row(a, a);
    row(u"<http://h/a.iso>"_s, a);
    row(u"<http://h/a.iso>,"_s, a);
    row(u"\"http://h/a.iso\""_s, a);
    row(u"'http://h/a.iso'"_s, a);
    row(u"\"http://h/a.iso\","_s, a);
    row(u"http://h/a.iso,"_s, a);
    row(u"http://h/a.iso ,"_s, a);
    row(u"http://h/a.iso;"_s, a);
    row(u"http://h/a.iso;\tb;"_s, a, u"b;"_s);
    row(u"http://h/a.iso</li><BR />"_s, a);
    row(u"http://h/a.iso <br clear=\"all\"></td>"_s, a);
    for (const QString &tags :
         {u"<p>"_s, u"</p><p>"_s, u"<hr>"_s, u" <b>"_s, u"  <td>"_s, u"\t<P>"_s})
        row(a + tags, a);
    row(u"- http://h/a.iso"_s, a);
    row(u"* <http://h/a.iso>"_s, a);
    row(u"+ [the a](http://h/a.iso)"_s, a);
    row(u"[a](http://h/a.iso)"_s, a);
    row(u"[http://h/a.iso](http://h/a.iso)"_s, a);
    row(u"[a](<http://h/a.iso>)."_s, a);
    row(u"[a](http://h/a.iso \"A title\")"_s, a);
    row(u"[a](http://h/a_(b).iso)"_s, u"http://h/a_(b).iso"_s);
    row(u"http://h/a.iso # the first"_s, a);
    row(u"http://h/a.iso\t# the first"_s, a);
    addNames(a);
}

void ReadingListLines::takesThemApart()
{
    QFETCH(QString, line);
    const auto read = readListLine(line);
    QVERIFY(read.has_value());
    QTEST(read->link, "link");
    QTEST(read->name, "name");
}

/// What stands in links as well as around them.
void ReadingListLines::tellsMarksFromLinks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("name");

    const auto row = [](const QString &line, const QString &link, const QString &name = {}) {
        QTest::newRow(qPrintable(line)) << line << link << name;
    };
    const QString a = u"http://h/a.iso"_s;
    row(u"http://h/a.iso;b.iso"_s, a, u"b.iso"_s);
    row(u"http://h/a.iso | b.iso"_s, a, u"b.iso"_s);
    for (const QString &link :
         {u"http://h/news,12.html"_s, u"http://h/get/1,b.bin"_s, u"http://h/Smith,John.pdf?v=2"_s,
          u"http://h/文，章.html"_s, u"http://h/A｜B.html"_s})
        row(link, link);
    row(u"http://h/a.7z,b.7z"_s, u"http://h/a.7z"_s, u"b.7z"_s);
    row(u"http://h/a.iso）\tb）"_s, a, u"b）"_s);
    row(u"<http://h/a.iso>。"_s, a);
    row(u"\"http://h/a.iso\"."_s, a);
    row(u"[a](http://h/a.iso)。"_s, a);
    row(u"<http://h/dir/|h.example>"_s, u"http://h/dir/"_s);
    row(u"<http://h.example|h.example>"_s, u"http://h.example"_s);
    row(u"<http://h/dl|the disc>"_s, u"http://h/dl"_s);
    row(u"<http://h/?f=a.zip|the disc>"_s, u"http://h/?f=a.zip"_s);
    for (const char *text : {"the disc", "b.iso", "http://h/get?id=1", "h/get?id=1"})
        row(u"<http://h/get?id=1|%1>"_s.arg(QLatin1StringView(text)), u"http://h/get?id=1"_s);
    row(u"<http://h/?titles=A|B&c=d>"_s, u"http://h/?titles=A|B&c=d"_s);
    for (const QString &one :
         {u"http://h/Paris,_France.jpg"_s, u"http://h/w_1,h_2/a.jpg"_s, u"http://h/v1.2,3"_s,
          u"http://h/?ids=1,2"_s, u"http://h/c?a.js,b.js"_s, u"http://h/c?a.js,b.js,c.js"_s,
          u"http://h/a.zip;jsessionid=AB.node1"_s, u"http://h/a;v=1.js"_s, u"http://h/f{1,2}.iso"_s,
          u"http://h/?a=1;b=c.js"_s, u"http://h/a,b%20c.html"_s, u"http://web.a/2020/http://h/a"_s,
          u"http://h.org,x"_s, u"no link at all"_s})
        row(one, one);
}

void ReadingListLines::tellsMarksFromLinks()
{
    takesThemApart();
}

void ReadingListLines::refusesWhatIsNotClear_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ListError>("because");

    const auto row = [](const QString &line, const ListError &because) {
        QTest::newRow(qPrintable(line)) << line << because;
    };
    row(u"http://h/a.iso,b"_s, {ListFault::Unclear});
    row(u"http://h/a.iso b"_s, {ListFault::Unclear});
    row(u"http://h/a.iso, my note"_s, {ListFault::Unclear}); // or its name, as in a table
    for (const QString &spaced :
         {u"http://h/a b"_s, u"http://h/a is the mirror of it"_s, u"http://h/My a.iso b.iso"_s,
          u"http://h/a b\tc"_s, u"http://h/a b.c/d"_s, u"http://h/?q=a.b c"_s, u"http://h.org x"_s,
          u"http://h/a?id=5 photo.jpg"_s, u"- http://h/a, b"_s, u"FTP://h/a b"_s})
        row(spaced, {ListFault::Unclear});
    row(u"http://h?a b.jpg"_s, {ListFault::Unclear});
    row(u"http://h/a.jpg,b.png"_s, {ListFault::Unclear});
    row(u"http://h/a.iso,b.iso,5"_s, {ListFault::Unclear});
    for (const QString &link : {u"http://h/get?id=1"_s, u"http://h/get/1"_s, u"http://h"_s}) {
        for (const QChar mark : {u',', u';', u'|'})
            if (mark != u',' || !link.endsWith(u"/1"_s)) // see tellsMarksFromLinks()
                row(link + mark + u"b.bin"_s, {ListFault::Unclear});
    }
    row(u"http://h/get?id=1,\"b.bin\""_s, {ListFault::Unclear});
    row(u"http://h/get?id=1;b.bin;5"_s, {ListFault::Unclear});
    row(u"http://h/get?f=1.iso,b.iso"_s, {ListFault::Unclear});
    row(u"http://h/a.iso;b.bin"_s, {ListFault::Unclear});
    row(u"http://h/a.iso;Ann"_s, {ListFault::Unclear});
    row(u"http://h/a.iso<br>b"_s, {ListFault::Unclear});
    for (const QString &placeholder : {u"releases/<version>"_s, u"get?key=<YOUR_API_KEY>"_s,
                                       u"<os>/<file name>"_s, u"a.iso <b.iso>"_s})
        for (const QString &begin : {u"http://h/"_s, u"- http://h/"_s})
            row(begin + placeholder, {ListFault::Unclear});
    row(u"http://h/a.iso;3.221;2024-01-02"_s, {ListFault::Unclear});
    row(u"http://h/a.iso|b"_s, {ListFault::Unclear});
    row(u"http://h/css?family=A|B"_s, {ListFault::Unclear});
    row(u"http://h/a.iso\tb\tc"_s, {ListFault::TooManyParts});
    row(u"http://h/a.iso\tb/c.iso"_s, {ListFault::NotAFileName, u"b/c.iso"_s});
    row(u"http://h/a.iso\t..\\c"_s, {ListFault::NotAFileName, u"..\\c"_s});
    row(u"http://h/a,http://h/b"_s, {ListFault::SeveralLinks});
    row(u"http://h/a https://h/b"_s, {ListFault::SeveralLinks});
    row(u"http://h/a|https://h/b"_s, {ListFault::SeveralLinks});
    for (const QChar parting : partings)
        row(u"http://h/a.iso%1http://h/b.iso"_s.arg(parting), {ListFault::SeveralLinks});
    row(u"http://h/?id=1\u3000http://h/b.iso"_s, {ListFault::Unclear});
    row(u"http://h/get?id=1，b.bin"_s, {ListFault::Unclear});
    row(u"http://h/a\u3000b"_s, {ListFault::Unclear});
    row(u"[a](http://h/a) [b](http://h/b)"_s, {ListFault::SeveralLinks});
    row(u"<http://h/a> <http://h/b>"_s, {ListFault::SeveralLinks});
    for (const QString &link :
         {u"http://h/get?titles=A|B"_s, u"http://h/get?f=a.zip|b.zip"_s, u"http://h/a|b.iso"_s,
          u"http://h/A|B"_s, u"http://h/My A|B c.iso"_s})
        row(u'<' + link + u'>', {ListFault::Unclear});
    row(u"<http://h/a><http://h/b>"_s, {ListFault::SeveralLinks});
}

void ReadingListLines::refusesWhatIsNotClear()
{
    QFETCH(QString, line);
    QFETCH(ListError, because);
    const auto read = readListLine(line);
    QVERIFY2(!read, read ? qPrintable(read->link) : "");
    QVERIFY(read.error() == because);
    const Links links = linksFromText(line.toUtf8());
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QVERIFY(links.rejects.front().error == because);
}

void ReadingListLines::theNameIsTheListsWord()
{
    Links links = linksFromText("http://h/1\nhttp://h/2\t.two:\n");
    links.append(linksFromText("http://h/3\n- http://h/4,\n\"http://h/5\",five"));
    Listing listing;
    listing.add(std::move(links));
    QStringList names;
    QList<bool> given;
    for (const Entry &entry : listing.entries()) {
        names << entry.name;
        given << entry.isNamed;
    }
    QCOMPARE(names, (QStringList{u"1"_s, u"_two_"_s, u"3"_s, u"4"_s, u"five"_s}));
    QCOMPARE(given, (QList<bool>{false, true, false, false, true}));
}

void ReadingListLines::isNotSlow_data()
{
    QTest::addColumn<QString>("part");
    for (const QString &part :
         {u" "_s,    u"\t"_s,     u","_s,      u" ,"_s,      u";"_s,      u"|"_s,
          u" #"_s,   u"a.iso,"_s, u"a.iso;"_s, u"a.iso;="_s, u"?a.js,"_s, u"a.b "_s,
          u"[a]("_s, u"<"_s,      u"\""_s,     u" \""_s,     u" http:"_s, u"x?"_s,
          u"- "_s,   u"\u3000"_s, u"，"_s,     u"a.iso，"_s})
        QTest::newRow(qPrintable(part)) << part;
}

void ReadingListLines::isNotSlow()
{
    QFETCH(QString, part);
    const QString many = part.repeated(maxLineLength / part.size());
    QElapsedTimer timer;
    timer.start();
    for (const QString &start : {u""_s, u"http://h/"_s, u"http://h/a.b"_s, u"[a](http://h/"_s})
        static_cast<void>(readListLine(start + many + u'x'));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

LAPWING_TEST(ReadingListLines)
#include "tst_listline.moc"
