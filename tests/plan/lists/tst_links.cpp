// SPDX-License-Identifier: MIT
#include "plan/lists/links.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QStringConverter>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

QStringList texts(const Links &links)
{
    QStringList texts;
    for (const QUrl &url : links.urls)
        texts << url.toString(QUrl::FullyEncoded);
    return texts;
}

QList<int> lines(const Links &links)
{
    QList<int> lines;
    for (const Reject &reject : links.rejects)
        lines << reject.line;
    return lines;
}

QByteArray utf16(const QString &text, QStringEncoder::Encoding encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(text);
}

/// For readsText(): what is no part of a link, and no link of the list.
void addLinesWithMoreThanALink(const QStringList &both)
{
    for (const char *link : {"<http://h/?t=A|B>", "<http://h/A|B.iso>", "<http://h/?f=a.zip|b.zip>",
                             "<http://h/My A|B.iso>"})
        QTest::newRow(link) << "http://h/1\nSee " + QByteArray(link) + " or http://h/2\n"
                            << both << QList<int>{2};
    QTest::newRow("the page that a link was on, as IDM exports it")
        << QByteArray("<\nhttp://h/1\nreferer: http://h/page\n>\nhttp://h/2\n") << both
        << QList<int>{1, 3, 4};
    QTest::newRow("what goes along with a request") << QByteArray(
        "aria2c --header 'Referer: http://h/p' --header 'X: 1' 'http://h/1' --out 'a'\n"
        "axel -H \"Referer: http://h/p\" http://h/2\n-H 'Referer: http://h/p' \\\n"
        "aria2c --all-proxy http://me:hush@h:3128 --referer=http://h/p http://h/1\n"
        "https_proxy=http://h:3128 yt-dlp --referer http://h/p http://h/2\n"
        "Start @{ Uri = \"http://h/1\"; Referer = \"http://h/p\" }\n"
        "See http://h/2, referer: http://h/p\n--referer 'http://h/p' \\\n")
                                                    << both + both + both << QList<int>{3, 8};
    QTest::newRow("a header as programs write it")
        << QByteArray("\"Referer\" => \"http://h/p\",\n'Referer': f'http://h/p',\n"
                      "Referer: [http://h/p](http://h/p)\nMirror (origin: http://h/1)\n"
                      "IRM cerveau: http://h/2\n")
        << both << QList<int>{1, 2, 3};
    QTest::newRow("titles of Markdown as phones write them, and tags")
        << u"see [A](http://h/1 “image”) x\nsee [B](http://h/2 | 3 GB), [F](http://h/1)\n"
           "File http://h/2<wbr>\n"_s.toUtf8()
        << both + both << QList<int>();
    QTest::newRow("what is still to be put there") << QByteArray(
        "See http://h/r/<version> or\nhttp://h/1\nGet \"http://h/?k=<KEY>\" and http://h/2\n")
                                                   << both << QList<int>{1, 3};
    QTest::newRow("more than a link within a line")
        << QByteArray("2024-01-02;http://h/3.iso;Ann\nhttp://h/1\nGet http://h/get?id=1,b.bin now\n"
                      "See http://h/2, or\n")
        << both << QList<int>{1, 3};
    QTest::newRow("the same, enclosed as well")
        << QByteArray("See http://h/get?id=1,b.bin or <http://h/get?id=1,b.bin>\n")
        << QStringList{u"http://h/get?id=1,b.bin"_s} << QList<int>();
}

} // namespace

class ReadingLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsALink_data();
    void acceptsALink();
    void refusesALink_data();
    void refusesALink();
    void aChecksumIsNoName();
    void saysWhatALinkOfEDonkeyIs();
    void readsText_data();
    void readsText();
    void findsLinksInMarkup_data();
    void findsLinksInMarkup();
    void endsLinksWhereTheyEnd_data();
    void endsLinksWhereTheyEnd();
    void rejectsAreFitToBeShown_data();
    void rejectsAreFitToBeShown();
    void aLongLineIsRefusedAndTheRestUsed();
    void aHugeListIsCutOffAndSaysSo();
    void aHugeLineIsCutOffAndSaysSo();
    void whatIsNoListAtAllIsGivenUp();
    void theTimeGrowsWithTheLines();
    void aLineThatComesAgainIsKeptOnce();
};

void ReadingLinks::acceptsALink_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("http") << u"http://example.org/a"_s << u"http://example.org/a"_s;
    QTest::newRow("white space") << u" \thttps://h/a\r\n"_s << u"https://h/a"_s;
    QTest::newRow("what does not show")
        << u"\uFEFF \u200Bhttps://h/a\u200B\u2060 \u200E"_s << u"https://h/a"_s;
    QTest::newRow("what does not show inside")
        << u"https://h/a\u200Db"_s << u"https://h/a%E2%80%8Db"_s;
    QTest::newRow("scheme case") << u"HtTpS://EXAMPLE.org/A"_s << u"https://example.org/A"_s;
    QTest::newRow("highest port") << u"http://h:65535/"_s << u"http://h:65535/"_s;
    QTest::newRow("IPv6") << u"http://[::1]:81/"_s << u"http://[::1]:81/"_s;
    QTest::newRow("host in Unicode")
        << u"http://bücher.example/"_s << u"http://xn--bcher-kva.example/"_s;
    QTest::newRow("a stray %") << u"http://h/a%20b/100%.txt?%"_s
                               << u"http://h/a%20b/100%25.txt?%25"_s;
    QTest::newRow("fragment") << u"http://h/a#b"_s << u"http://h/a"_s;
    QTest::newRow("@ in the path") << u"http://h/a@b@c"_s << u"http://h/a@b@c"_s;
    QTest::newRow("blank in the path") << u"http://h/a b"_s << u"http://h/a%20b"_s;
    QTest::newRow("link in the query")
        << u"http://h/?to=http://i/"_s << u"http://h/?to=http://i/"_s;
    QTest::newRow("user information stays") << u"http://me:pw@h/"_s << u"http://me:pw@h/"_s;
}

void ReadingLinks::acceptsALink()
{
    QFETCH(QString, text);
    const auto link = linkFrom(text);
    QVERIFY(link.has_value());
    QTEST(link->toString(QUrl::FullyEncoded), "expected");
}

void ReadingLinks::refusesALink_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ListError>("because");

    QTest::newRow("empty") << u" "_s << ListError{ListFault::NotHttp};
    QTest::newRow("a word") << u"hello"_s << ListError{ListFault::NotHttp};
    QTest::newRow("no scheme") << u"example.org/a"_s << ListError{ListFault::NotHttp};
    QTest::newRow("host and port") << u"localhost:8080/a"_s << ListError{ListFault::NotHttp};
    QTest::newRow("a path of Windows") << u"C:\\list.txt"_s << ListError{ListFault::NotHttp};
    QTest::newRow("no scheme but slashes") << u"//h/a"_s << ListError{ListFault::NotHttp};
    QTest::newRow("a word and a colon") << u"Title: A"_s << ListError{ListFault::NotHttp};
    QTest::newRow("a link behind words") << u"curl http://h/a"_s << ListError{ListFault::NotHttp};
    QTest::newRow("a heading") << u"Links:"_s << ListError{ListFault::NotHttp};
    QTest::newRow("ftp") << u"FTP://h/a"_s << ListError{ListFault::OtherScheme, u"ftp"_s};
    QTest::newRow("file") << u"file:///etc/passwd"_s
                          << ListError{ListFault::OtherScheme, u"file"_s};
    QTest::newRow("data") << u"data:text/plain,x"_s << ListError{ListFault::OtherScheme, u"data"_s};
    QTest::newRow("javascript") << u"javascript:alert(1)"_s
                                << ListError{ListFault::OtherScheme, u"javascript"_s};
    QTest::newRow("no host") << u"http://"_s << ListError{ListFault::NoHost};
    QTest::newRow("no host but a path") << u"http:///a"_s << ListError{ListFault::NoHost};
    QTest::newRow("no slashes") << u"http:h/a"_s << ListError{ListFault::NoHost};
    QTest::newRow("one slash") << u"http:/h/a"_s << ListError{ListFault::NoHost};
    QTest::newRow("backslashes") << u"http:\\\\h\\a"_s << ListError{ListFault::NoHost};
    QTest::newRow("user but no host") << u"http://me:pw@/a"_s << ListError{ListFault::NoHost};
    QTest::newRow("port 0") << u"http://h:0/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("port 65536") << u"http://h:65536/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("port 99999") << u"http://h:99999/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("port beyond 64 bits")
        << u"http://h:18446744073709580126/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("@ in a password") << u"http://user:p@ss@h/"_s << ListError{ListFault::UserInfo};
    QTest::newRow("port no number") << u"http://h:x/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("blank in the host") << u"http://a b/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("half an IPv6") << u"http://[::1/"_s << ListError{ListFault::HostOrPort};
    QTest::newRow("NUL") << u"http://h/a"_s + QChar(u'\0') << ListError{ListFault::NotText};
    QTest::newRow("tab inside") << u"http://h/a\tb"_s << ListError{ListFault::NotText};
    QTest::newRow("half a surrogate pair")
        << u"http://h/"_s + QChar(u'\xD800') << ListError{ListFault::NotText};
    QTest::newRow("two links") << u"http://h/a\thttps://h/b"_s
                               << ListError{ListFault::SeveralLinks};
    QTest::newRow("two links, as other scripts part them")
        << u"http://h/?a=1，https://h/b"_s << ListError{ListFault::SeveralLinks};
}

void ReadingLinks::refusesALink()
{
    QFETCH(QString, text);
    QFETCH(ListError, because);
    const auto link = linkFrom(text);
    QVERIFY(!link.has_value());
    QVERIFY(link.error() == because);
}

void ReadingLinks::readsText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QList<int>>("rejected");

    const QStringList both{u"http://h/1"_s, u"http://h/2"_s};
    const QString list = u"http://h/1\nhttp://h/2\n"_s;
    const QString broken = u"http://h/1\nhttp://h/"_s + QChar(u'\xD800') + u"\nhttp://h/2"_s;
    QTest::newRow("empty") << QByteArray() << QStringList() << QList<int>();
    QTest::newRow("LF") << list.toUtf8() << both << QList<int>();
    QTest::newRow("CRLF") << QByteArray("http://h/1\r\nx\r\nhttp://h/2") << both << QList<int>{2};
    QTest::newRow("CR") << QByteArray("http://h/1\rx\rhttp://h/2\r") << both << QList<int>{2};
    QTest::newRow("mixed") << QByteArray("\n\r\n\rhttp://h/1\rhttp://h/2\r\nx") << both
                           << QList<int>{6};
    QTest::newRow("comments") << QByteArray("# a\n  #b\nhttp://h/1\n \t \nhttp://h/2") << both
                              << QList<int>();
    QTest::newRow("order and twins")
        << QByteArray("http://h/2\nhttp://h/1\nhttp://h/2")
        << QStringList{both.at(1), both.at(0), both.at(1)} << QList<int>();
    QTest::newRow("UTF-8 mark") << "\xEF\xBB\xBF" + list.toUtf8() << both << QList<int>();
    QTest::newRow("UTF-16 LE") << utf16(list, QStringEncoder::Utf16LE) << both << QList<int>();
    QTest::newRow("UTF-16 BE") << utf16(list, QStringEncoder::Utf16BE) << both << QList<int>();
    QTest::newRow("UTF-16 broken")
        << utf16(broken, QStringEncoder::Utf16LE) << both << QList<int>{2};
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << QStringList() << QList<int>();
    QTest::newRow("Latin-1") << QByteArray("http://h/1\nhttp://h/\xE9\nhttp://h/2") << both
                             << QList<int>{2};
    QTest::newRow("NUL") << QByteArray("http://h/1\nhttp://h/\0x\n\0\nhttp://h/2", 35) << both
                         << QList<int>{2, 3};
    QTest::newRow("code spans of Markdown")
        << QByteArray("Get `http://h/1` now, or `http://h/2`.\n`http://h/1`\nhttp://h/2`\n")
        << both + both << QList<int>();
    QTest::newRow("marks of other scripts")
        << u"（http://h/1）\n见 http://h/2。\nhttp://h/1。\u200B\n* http://h/2）、\n"_s.toUtf8()
        << both + both << QList<int>();
    QTest::newRow("blanks and marks of other scripts inside")
        << u"见 http://h/1，然后http://h/2。好\n받기:\u00A0http://h/1\u3000또는→http://h/2\u200B입니다\n"_s
               .toUtf8()
        << both + both << QList<int>();
    QTest::newRow("brackets of other scripts that the link opens")
        << u"http://h/（1）\n"_s.toUtf8() << QStringList{u"http://h/%EF%BC%881%EF%BC%89"_s}
        << QList<int>();
    addLinesWithMoreThanALink(both);
    QTest::newRow("lists name no lists")
        << QByteArray("file:///etc/passwd") << QStringList() << QList<int>{1};
}

void ReadingLinks::aChecksumIsNoName()
{
    const QString md5 = u"d41d8cd98f00b204e9800998ecf8427e"_s;
    const Links links =
        linksFromText(u"http://h/1\nhttp://h/2\t%1\nhttp://h/3.iso  sha256:%1%1\n"
                      "http://h/4\t3.5 GB\n<http://h/5>\t%1\nhttp://h/6\t12\n"
                      "- http://h/7\t%1\n* http://h/8\t3.5 GB\n- <http://h/9>\t%1\n"_s.arg(md5)
                          .toUtf8());
    QCOMPARE(links.urls.size(), 9U);
    QVERIFY(links.details.at(1).checksum == *checksumFrom(u"md5="_s + md5));
    QVERIFY(links.details.at(2).checksum == *checksumFrom(u"sha-256="_s + md5 + md5));
    QVERIFY(links.details.at(1).name.isEmpty() && links.details.at(2).name.isEmpty());
    QVERIFY(!links.details.contains(3) && links.unused.contains(u"3.5 GB"_s));
    QCOMPARE(links.details.at(4).name, md5); // as it is written
    QCOMPARE(links.details.at(5).name, u"12"_s);
    QVERIFY(links.details.at(6).checksum && links.details.at(6).name.isEmpty());
    QVERIFY(!links.details.contains(7));
    QCOMPARE(links.details.at(8).name, md5);
}

void ReadingLinks::saysWhatALinkOfEDonkeyIs()
{
    const Links links = linksFromText("ed2k://|file|My a.iso|3|AB|/\n");
    QCOMPARE(links.rejects.size(), 1U);
    QVERIFY(links.rejects.front().error == (ListError{ListFault::OtherScheme, u"ed2k"_s}));
}

void ReadingLinks::readsText()
{
    QFETCH(QByteArray, bytes);
    const Links links = linksFromText(bytes);
    QTEST(texts(links), "urls");
    QTEST(lines(links), "rejected");
}

/// As people paste it from pages, notes and chats.
void ReadingLinks::findsLinksInMarkup_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QList<int>>("rejected");

    const auto row = [](const char *name, const QByteArray &text, const QStringList &urls) {
        QTest::newRow(name) << text << urls << QList<int>();
    };
    const QStringList files{u"http://h/a.iso"_s, u"http://h/b.iso"_s};
    row("BBCode",
        "[url]http://h/a.iso[/url][URL=http://h/b.iso]b[/URL]\n[url=http://h/1]x[/url]\n"
        "[CODE]http://h/a.iso\nhttp://h/2[/CODE]\n",
        {files.at(0), files.at(1), u"http://h/1"_s, files.at(0), u"http://h/2"_s});
    row("Org", "[[http://h/a.iso][A]] or [[http://h/b.iso]]\n", files);
    row("AsciiDoc",
        "http://h/a.iso[Get it]\n* http://h/b.iso[Get b]\nSee link:http://h/a.iso[] and "
        "http://h/b.iso[the other].\n",
        files + files);
    row("one word in brackets, which may belong to the link",
        "http://h/a.x264[site.re]\nhttp://h/l?sort=a.date[desc]\nSee http://h/a.x264[site.re] now\n"
        "* http://h/v1.0.tar[sig]\nhttp://h/q?a.b[]\nSee http://h/a[b[c]d].iso now\n",
        {u"http://h/a.x264[site.re]"_s, u"http://h/l?sort=a.date[desc]"_s,
         u"http://h/a.x264[site.re]"_s, u"http://h/v1.0.tar[sig]"_s, u"http://h/q?a.b[]"_s,
         u"http://h/a[b[c]d].iso"_s});
    const QString list = u"http://h/?u=a,http://h/b.iso"_s;
    row("enclosed in a sentence",
        "See <http://h/?u=a,http://h/b.iso> or <http://h/a[b[c]d].iso> now\n"
        "See [x](http://h/?u=a,http://h/b.iso) or [y](http://h/a_(b).iso \"B\") now\n"
        "See \"http://h/?u=a,http://h/b.iso\" or \"http://h/a.iso.\"\nSee <http://h/a.iso.> now\n",
        {list, u"http://h/a[b[c]d].iso"_s, list, u"http://h/a_(b).iso"_s, list, files.at(0),
         u"http://h/a.iso."_s});
    row("what parts links elsewhere, enclosed",
        "See <http://h/日、本.iso> now\n받기: <http://h/파일.iso를받기> 지금\n",
        {u"http://h/%E6%97%A5%E3%80%81%E6%9C%AC.iso"_s,
         u"http://h/%ED%8C%8C%EC%9D%BC.iso%EB%A5%BC%EB%B0%9B%EA%B8%B0"_s});
    row("as chats write a link and its text",
        "See <http://h/a.iso|a.iso> now\n<http://h/b.iso|b.iso>\n"
        "- <http://h/a.iso|the disc>\n<http://h/b.iso|http://h/b.iso>\n"
        "See <http://h/?id=1|the disc> or <http://h/?t=A|B&u=C> now\n"
        "<http://h/dl/|h.example>\n",
        files + files
            + QStringList{u"http://h/?id=1"_s, u"http://h/?t=A%7CB&u=C"_s, u"http://h/dl/"_s});
    row("ranges in brackets",
        "http://h/a.part[1-9]\nhttp://h/[01-20][a-f].iso\nSee http://h/a.part[1-9].rar\n",
        {u"http://h/a.part[1-9]"_s, u"http://h/[01-20][a-f].iso"_s, u"http://h/a.part[1-9].rar"_s});
    row("Korean particles",
        "여기서 http://h/a.iso를 받고 http://h/b.iso은\n주소는 "
        "http://h/a.iso와http://h/b.iso입니다.\n",
        files + files);
    row("tags of HTML", "<p>http://h/a.iso<b>A</b><p>See <i>http://h/b.iso</i>\n", files);
    row("a comma before the next link", "Get http://h/a.iso,http://h/b.iso now\n", files);
}

void ReadingLinks::findsLinksInMarkup()
{
    readsText();
}

/// What stands around a link shows where it ends.
void ReadingLinks::endsLinksWhereTheyEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QList<int>>("rejected");

    const auto row = [](const char *name, const QByteArray &text, const QStringList &urls) {
        QTest::newRow(name) << text << urls << QList<int>();
    };
    const QStringList files{u"http://h/a.iso"_s, u"http://h/b.iso"_s};
    row("a blank in angle brackets", "See <http://h/My a.iso> or <http://h/a.iso> now\n",
        {u"http://h/My%20a.iso"_s, files.at(0)});
    row("words behind a link of Markdown",
        "- [A](http://h/a.iso) - 3 GB, the disc\n[B](<http://h/b.iso>) (4 GB)\n", files);
    row("a blank in a link of Markdown, within a line as in one of its own",
        "[A](http://h/a (1).iso) more\nSee [A](http://h/a b) or [B](http://h/b.iso 'B') now\n"
        "Or [B](http://h/b.iso =20x30) or [A](http://h/a.iso (A))!\n[A](http://h/a b)\n",
        {u"http://h/a%20(1).iso"_s, u"http://h/a%20b"_s, files.at(1), files.at(1), files.at(0),
         u"http://h/a%20b"_s});
    row("LaTeX and BibTeX",
        "\\href{http://h/a.iso}{The disc} \\url{http://h/b.iso}\n url = {http://h/f{1,2}.iso}, x = "
        "{1}\n",
        {files.at(0), files.at(1), u"http://h/f%7B1,2%7D.iso"_s});
    row("in brackets that go on behind them",
        "B,\"a.iso (http://h/a.iso),b.iso (http://h/b.iso)\"\n(http://h/a.iso)를 "
        "(http://h/b.iso)(1)\n"
        "See (http://h/a.iso),(http://h/b.iso) or (http://h/a_(b).iso) or "
        "(http://h/c,http://h/d)\n",
        files + files + files
            + QStringList{u"http://h/a_(b).iso"_s, u"http://h/c"_s, u"http://h/d"_s});
}

void ReadingLinks::endsLinksWhereTheyEnd()
{
    readsText();
}

void ReadingLinks::rejectsAreFitToBeShown_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("shown");

    QTest::newRow("as it is") << u"just a word"_s << u"just a word"_s;
    QTest::newRow("password and query")
        << u"ftp://me:pw@h/a?t=secret"_s << u"ftp://h/a?t=redacted"_s;
    QTest::newRow("escapes and none")
        << u"http://h:0/a%20b/100%.txt"_s << u"http://h:0/a%20b/100%.txt"_s;
    QTest::newRow("blanks and an @") << u"http://H:0/a b@c d"_s << u"http://H:0/a%20b@c d"_s;
    QTest::newRow("@ in a password") << u"http://me:p@w@h/a"_s << u"http://h/a"_s;
    QTest::newRow("a header") << u"header = \"Authorization: Bearer hush\""_s
                              << u"header = \"Authorization: redacted"_s;
    QTest::newRow("a login") << u"user = \"joe:hush\""_s << u"user = redacted"_s;
    QTest::newRow("a cookie") << u"cookie: sid=hush; a=b"_s << u"cookie: redacted"_s;
    QTest::newRow("a setting of JSON") << u"\"apiKey\" : \"hush\""_s << u"\"apiKey\" : redacted"_s;
    for (const auto &name : {u"X-Auth"_s, u"X-Session-Id"_s, u"Ocp-Apim-Subscription-Key"_s,
                             u"API-Schlüssel"_s, u"Passwort"_s, u"비밀번호"_s, u"密码"_s})
        QTest::newRow(qPrintable(name)) << name + u": hush hush"_s << name + u": redacted"_s;
    QTest::newRow("a header alone") << u"Bearer hush"_s << u"Bearer redacted"_s;
    QTest::newRow("words that are like them")
        << u"author: me, shipping: you"_s << u"author: me, shipping: you"_s;
    QTest::newRow("a query that has one")
        << u"ftp://h/a?token=hush&b=1 x"_s << u"ftp://h/a?token=redacted&b=redacted x"_s;
    QTest::newRow("no secret") << u"users and tokens, user-agent: me"_s
                               << u"users and tokens, user-agent: me"_s;
    QTest::newRow("password with a blank") << u"http://me:p w@h:99999/"_s << u"http://h:99999/"_s;
    QTest::newRow("control characters") << u"a\x1B[31m\x7Fz"_s << u"a\uFFFD[31m\uFFFDz"_s;
    QTest::newRow("bidirectional") << u"a\u202Etxt.exe"_s << u"a\uFFFDtxt.exe"_s;
    QTest::newRow("tags beyond the first plane")
        << u"a\U000E0041\U000E007Fz"_s << u"a\uFFFD\uFFFDz"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029z"_s << u"a\uFFFDb\uFFFDz"_s;
    QTest::newRow("80 long") << QString(80, u'x') << QString(80, u'x');
    QTest::newRow("81 long") << QString(81, u'x') << QString(79, u'x') + u'…';
    QTest::newRow("cut beside a pair")
        << QString(78, u'x') + u"\U0001F426\U0001F426"_s << QString(78, u'x') + u'…';
    QTest::newRow("cut after redacting")
        << u"ftp://"_s + QString(90, u'p') + u":w@h/"_s << u"ftp://h/"_s;
}

void ReadingLinks::rejectsAreFitToBeShown()
{
    QFETCH(QString, line);
    const Links links = linksFromText(line.toUtf8());
    QCOMPARE(links.rejects.size(), 1U);
    QTEST(links.rejects.front().text, "shown");
}

void ReadingLinks::aLongLineIsRefusedAndTheRestUsed()
{
    const QByteArray prefix("http://h/");
    const QByteArray longest = prefix + QByteArray(maxLineLength - prefix.size(), 'x');
    const Links links = linksFromText(longest + "\n" + longest + "x\nhttp://h/2");
    QCOMPARE(links.urls.size(), 2U);
    QCOMPARE(lines(links), QList<int>{2});
    QCOMPARE(links.rejects.front().error.fault, ListFault::LineTooLong);
}

void ReadingLinks::aHugeListIsCutOffAndSaysSo()
{
    const QByteArray comment = "#" + QByteArray(maxLineLength, 'x') + "\n";
    QByteArray bytes("http://h/1\n");
    while (bytes.size() <= maxListSize)
        bytes += comment;
    const Links links = linksFromText(bytes + "http://h/2\n");
    QCOMPARE(texts(links), QStringList{u"http://h/1"_s});
    QCOMPARE(links.rejects.back().error.fault, ListFault::ListTooLarge);
}

void ReadingLinks::aHugeLineIsCutOffAndSaysSo()
{
    const Links links = linksFromText("http://h/" + QByteArray(maxListSize, 'x'));
    QVERIFY(links.urls.empty());
    QCOMPARE(lines(links), QList<int>{1});
    QCOMPARE(links.rejects.front().error.fault, ListFault::ListTooLarge);
}

void ReadingLinks::whatIsNoListAtAllIsGivenUp()
{
    const Links links = linksFromText(QByteArray("x\n").repeated(100'010) + "http://h/1");
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 100'001U);
    QCOMPARE(links.rejects.back().line, 100'001);
    QCOMPARE(links.rejects.back().error.fault, ListFault::TooManyRejects);
}

namespace {

qint64 nanosecondsToRead(int lines)
{
    QByteArray bytes;
    for (int i = 0; i < lines; ++i)
        bytes += "https://mirror.example.org/pool/file-" + QByteArray::number(i)
            + ".tar.gz?version=1\r\n";
    QElapsedTimer timer;
    timer.start();
    const Links links = linksFromText(bytes);
    return links.urls.size() == static_cast<std::size_t>(lines) ? timer.nsecsElapsed() : -1;
}

} // namespace

void ReadingLinks::aLineThatComesAgainIsKeptOnce()
{
    const Links links = linksFromText("http://h/a\nhttp://h/a\nftp://h/a\nftp://h/a\n"
                                      "http://h/c\td\nhttp://h/c\td\n");
    QCOMPARE(links.lines, (std::vector<int>{1, 2, 5, 6}));
    QCOMPARE(links.urls.at(1), links.urls.at(0));
    QVERIFY(!links.urls.at(0).isDetached()); // they share what they are
    QCOMPARE(links.rejects.size(), 2U);
    QCOMPARE(links.details.size(), 2U);
    QCOMPARE(links.details.at(3).name, u"d"_s);
}

/// Five times the lines take five times as long; what is quadratic takes twenty-five times.
void ReadingLinks::theTimeGrowsWithTheLines()
{
    const qint64 few = nanosecondsToRead(10'000);
    const qint64 many = nanosecondsToRead(50'000);
    QVERIFY(few > 0 && many > 0);
    QVERIFY2(many < 12 * few, qPrintable(u"%1 ns, then %2 ns"_s.arg(few).arg(many)));
}

LAPWING_TEST(ReadingLinks)
#include "tst_links.moc"
