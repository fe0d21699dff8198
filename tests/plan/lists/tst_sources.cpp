// SPDX-License-Identifier: MIT
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using lapwing::test::told;

namespace {

QStringList texts(const Links &links)
{
    QStringList texts;
    for (const QUrl &url : links.urls)
        texts << url.toString(QUrl::FullyEncoded);
    return texts;
}

} // namespace

/// Lists that come as files, as drops and from the clipboard.
class ReadingSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsFiles_data();
    void readsFiles();
    void saysWhenThereIsNoLink_data();
    void saysWhenThereIsNoLink();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void readsNoMoreThanTheLimit();
    void readsAUriList();
    void readsListsInAUriList();
    void readsNoMoreThanSoManyLists();
    void choosesTheBestOfADrop_data();
    void choosesTheBestOfADrop();
    void manyLinksOfAPageAreNotSlow();
    void takesWhatTheTextSaysMore();
    void readsAPathAsAList_data();
    void readsAPathAsAList();
    void aBrokenCharacterMakesNoOtherLink();

private:
    QString file(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void ReadingSources::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

QString ReadingSources::file(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? file.fileName() : QString();
}

void ReadingSources::readsFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("urls");

    const QStringList one{u"http://h/1"_s};
    const QByteArray latin1("<meta charset=iso-8859-1><a href=http://h/\xE9>");
    QTest::newRow("empty") << u"list.txt"_s << QByteArray() << QStringList();
    QTest::newRow("text") << u"list.txt"_s << QByteArray("http://h/1\n") << one;
    QTest::newRow("no ending") << u"list"_s << QByteArray("http://h/1\n") << one;
    QTest::newRow("page") << u"page.HTML"_s << QByteArray("<a href=http://h/1>") << one;
    QTest::newRow("page without its ending")
        << u"page"_s << QByteArray("\n<!DOCTYPE html>\n<a href=http://h/1>") << one;
    QTest::newRow("page in UTF-8 with its mark")
        << u"page"_s << QByteArray("\xEF\xBB\xBF<html><a href=http://h/1>") << one;
    QTest::newRow("links in angle brackets")
        << u"list"_s << QByteArray("<http://h/1>\n<http://h/1>") << one + one;
    QTest::newRow("page in Latin-1")
        << u"page.htm"_s << latin1 << QStringList{u"http://h/%C3%A9"_s};
    QTest::newRow("some bad bytes") << u"list.txt"_s << QByteArray("\0\nhttp://h/1\n", 13) << one;
}

void ReadingSources::readsFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const auto links = linksFromFile(file(name, bytes));
    QVERIFY(links.has_value());
    QTEST(texts(*links), "urls");
    if (!name.contains(u".htm"_s, Qt::CaseInsensitive)) // as from standard input
        QTEST(texts(linksFromContents(bytes)), "urls");
}

void ReadingSources::saysWhenThereIsNoLink_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ListError>("because");
    const ListError noLink{ListFault::NoLink};
    const ListError otherXml{ListFault::NotAList, u"xml"_s};
    QTest::newRow("page") << QByteArray("<!DOCTYPE html>\n<p>http://h/1</p>") << noLink;
    QTest::newRow("bookmarks") << QByteArray("<!doctype NETSCAPE-Bookmark-file-1>\n") << noLink;
    QTest::newRow("comments") << QByteArray("# one\n\n") << noLink;
    QTest::newRow("JSON") << QByteArray("[]") << noLink;
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?>\n<letter href='http://h/'/>")
                         << otherXml;
    QTest::newRow("XML with a type")
        << QByteArray("\n<!DOCTYPE Letters>\n<letter href='http://h/'/>") << otherXml;
    QTest::newRow("XML with a mark")
        << QByteArray("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<letter href='http://h/'/>")
        << otherXml;
    QTest::newRow("XML that has a namespace alone")
        << QByteArray("<urlset xmlns=\"http://h/schemas/sitemap/0.9\">\n<url/></urlset>")
        << otherXml;
    QTest::newRow("XML that has one among others")
        << QByteArray("<rss version='2.0'\n  xmlns:itunes = 'http://h/itunes'>\n</rss>")
        << otherXml;
}

void ReadingSources::saysWhenThereIsNoLink()
{
    QFETCH(QByteArray, bytes);
    const Links links = linksFromContents(bytes);
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QTEST(links.rejects.front().error, "because");
    QCOMPARE(linksFromContents({}).rejects.size(), 0U);
    QCOMPARE(linksFromFile(file(u"empty"_s, {}))->rejects.size(), 1U);
}

void ReadingSources::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ListFault>("because");

    QTest::newRow("missing") << u"missing"_s << ListFault::NoSuchFile;
    QTest::newRow("link to nowhere") << u"dangling"_s << ListFault::NoSuchFile;
    QTest::newRow("links in a circle") << u"circle"_s << ListFault::NoSuchFile;
    QTest::newRow("link to a list") << u"link"_s << ListFault::SymbolicLink;
    QTest::newRow("folder") << u"."_s << ListFault::Folder;
    QTest::newRow("FIFO") << u"fifo"_s << ListFault::NotRegular; // to open it would wait for ever
    QTest::newRow("device") << u"zero"_s << ListFault::NotRegular;
    QTest::newRow("too large") << u"large"_s << ListFault::FileTooLarge;
    QTest::newRow("picture") << u"picture"_s << ListFault::NotAList;
}

void ReadingSources::refusesWhatIsNoFile()
{
    QFETCH(QString, name);
    QVERIFY(QFile::link(u"nowhere"_s, m_dir->filePath(u"dangling"_s)));
    QVERIFY(QFile::link(u"circle"_s, m_dir->filePath(u"circle"_s)));
    QVERIFY(QFile::link(u"/dev/zero"_s, m_dir->filePath(u"zero"_s)));
    QVERIFY(QFile::link(file(u"list"_s, "http://h/1"), m_dir->filePath(u"link"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(m_dir->filePath(u"fifo"_s)).constData(), 0600), 0);
    QVERIFY(QFile::resize(file(u"large"_s, {}), maxListSize + 1));
    QVERIFY(!file(u"picture"_s, QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)).isEmpty());

    const auto links = linksFromFile(m_dir->filePath(name));
    QVERIFY(!links.has_value());
    QTEST(links.error().fault, "because");
}

void ReadingSources::readsNoMoreThanTheLimit()
{
    const QString path = file(u"list.txt"_s, {});
    QVERIFY(QFile::resize(path, maxListSize)); // a hole: nothing but NUL, one line
    const auto links = linksFromFile(path);
    QVERIFY(!links.has_value());
    QCOMPARE(links.error().fault, ListFault::NotTextFile);
}

void ReadingSources::readsAUriList()
{
    const Links links =
        linksFromUriList("# from a browser\r\nhttp://h/1\r\n\r\nftp://h/2\r\nhttps://h/3\r\n");
    QCOMPARE(texts(links), (QStringList{u"http://h/1"_s, u"https://h/3"_s}));
    QCOMPARE(links.rejects.size(), 1U);
    QCOMPARE(links.rejects.front().line, 4);
}

void ReadingSources::readsListsInAUriList()
{
    const QByteArray list =
        QUrl::fromLocalFile(file(u"a list.txt"_s, "\nnothing\nhttp://h/1\nfile:///etc/passwd\n"))
            .toEncoded();
    const QByteArray folder = QUrl::fromLocalFile(m_dir->path()).toEncoded();
    QByteArray here = list;
    here.replace("file:///", "file://localhost/");
    const Links links = linksFromUriList(list + "\r\n" + folder
                                         + "\r\nhttp://h/2\r\nfile://elsewhere/list\r\n" + here);

    QCOMPARE(texts(links), (QStringList{u"http://h/1"_s, u"http://h/2"_s, u"http://h/1"_s}));
    QList<int> lines;
    for (const Reject &reject : links.rejects)
        lines << reject.line;
    QCOMPARE(lines, (QList<int>{2, 4, 2, 4, 2, 4})); // of the list, the drop, and the list again
    const ListError file{ListFault::OtherScheme, u"file"_s}; // a list names no other
    QCOMPARE(links.rejects.at(0).list, u"a list.txt"_s);
    QVERIFY(links.rejects.at(1).error == file && links.rejects.at(1).list == u"a list.txt");
    QCOMPARE(links.rejects.at(2).error.fault, ListFault::Folder);
    QCOMPARE(links.rejects.at(3).error.fault, ListFault::RemoteHost);
    QVERIFY(links.rejects.at(3).list.isEmpty());
}

void ReadingSources::readsNoMoreThanSoManyLists()
{
    const QByteArray line = QUrl::fromLocalFile(file(u"list"_s, "http://h/1")).toEncoded() + "\r\n";
    const Links links = linksFromUriList(line.repeated(66));
    QCOMPARE(links.urls.size(), 64U);
    QCOMPARE(links.rejects.size(), 2U);
    QCOMPARE(links.rejects.front().error.fault, ListFault::TooManyLists);
}

void ReadingSources::choosesTheBestOfADrop_data()
{
    QTest::addColumn<QByteArray>("uriList");
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<int>("rejects");

    const QByteArray uris("http://uri/\r\n");
    const QString html = u"<a href=http://html/>x</a>"_s;
    const QString plain = u"http://plain/"_s;
    const QByteArray none;
    const QStringList fromPlain{u"http://plain/"_s};
    QTest::newRow("nothing") << none << QString() << QString() << QStringList() << 0;
    QTest::newRow("all three") << uris << html << plain << QStringList{u"http://uri/"_s} << 0;
    QTest::newRow("page and text") << none << html << plain << QStringList{u"http://html/"_s} << 0;
    QTest::newRow("text") << none << QString() << plain << fromPlain << 0;
    QTest::newRow("page without links")
        << none << u"<b>http://plain/</b>"_s << plain << fromPlain << 0;
    QTest::newRow("page with bad links") << none << u"<a href=a>x</a>"_s << plain << fromPlain << 1;
    QTest::newRow("page with bad links, and text without")
        << none << u"<a href=a>x</a>"_s << u"x"_s << QStringList() << 1;
    QTest::newRow("page with an address that is no link")
        << none << html + u" or <code>http://plain/</code>"_s << u"x or http://plain/"_s
        << QStringList{u"http://html/"_s, u"http://plain/"_s} << 0;
    QTest::newRow("page that shows an address shortened")
        << none << u"<A href=http://html/long>http://html/lo…</A>"_s << u"http://html/lo…"_s
        << QStringList{u"http://html/long"_s} << 0;
    QTest::newRow("page that shows another address")
        << none << u"<a href=http://html/>http://plain/</a>"_s << plain
        << QStringList{u"http://html/"_s} << 0;
    QTest::newRow("page with other tags in its links, and ends of none")
        << none
        << u"</a><code>http://plain/</code><a href=http://html/><abbr>x</abbr>http://no/</A >"_s
        << u"http://plain/\nx http://no/"_s << QStringList{u"http://html/"_s, u"http://plain/"_s}
        << 0;
    QTest::newRow("page that shows its addresses")
        << none << u"<a href=http://plain/>http://plain/</a> and more"_s
        << u"http://plain/\nand more"_s << fromPlain << 0;
    QTest::newRow("list without links")
        << QByteArray("# none\r\n") << QString() << plain << fromPlain << 0;
    QTest::newRow("list with bad links")
        << QByteArray("ftp://h/\r\n") << html << plain << QStringList() << 1;
    QTest::newRow("text of several lines")
        << none << QString() << u"http://plain/\nx"_s << fromPlain << 1;
}

void ReadingSources::choosesTheBestOfADrop()
{
    QFETCH(QByteArray, uriList);
    QFETCH(QString, html);
    QFETCH(QString, plain);
    QMimeData data;
    if (!uriList.isEmpty())
        data.setData(u"text/uri-list"_s, uriList);
    if (!html.isEmpty())
        data.setHtml(html);
    if (!plain.isEmpty())
        data.setText(plain);
    const Links links = linksFromMimeData(data);
    QTEST(texts(links), "urls");
    QTEST(static_cast<int>(links.rejects.size()), "rejects");
}

void ReadingSources::manyLinksOfAPageAreNotSlow()
{
    constexpr int many = 20'000;
    const QString one = u"<p>%1 <a href=\"http://h/%1\">x</a></p>\n"_s;
    QString html = u"http://beside/"_s;
    for (int link = 0; link < many; ++link)
        html += one.arg(link);
    QMimeData page;
    page.setHtml(html);
    page.setText(u"http://beside/"_s);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(linksFromMimeData(page).urls.size(), std::size_t(many + 1));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void ReadingSources::takesWhatTheTextSaysMore()
{
    QMimeData cells;
    cells.setHtml(
        u"<table><tr><td>a</td><td><a href=\"http://h/a?b&amp;c\">http://h/a?b&amp;c</a></td>"
        "</tr><tr><td>d</td><td>http://h/d</td></tr></table>"_s);
    cells.setText(u"a\thttp://h/a?b&c\nd\thttp://h/d\n"_s);
    QCOMPARE(told(linksFromMimeData(cells)),
             (QStringList{u"http://h/a?b&c name=a"_s, u"http://h/d name=d"_s}));
    QMimeData box;
    box.setHtml(u"<a href=\"#\">Select all</a><pre>http://h/a\tb\nhttp://h/c</pre>"_s);
    box.setText(u"Select all\nhttp://h/a\tb\nhttp://h/c"_s);
    const Links links = linksFromMimeData(box);
    QCOMPARE(told(links), (QStringList{u"http://h/a name=b"_s, u"http://h/c"_s}));
    QCOMPARE(links.rejects.back().error.fault, ListFault::PlaceInPage);
}

void ReadingSources::readsAPathAsAList_data()
{
    QTest::addColumn<QString>("text"); // %1 is the folder
    QTest::addColumn<int>("links");
    QTest::addColumn<int>("rejects");

    QTest::newRow("path") << u"%1/list\n"_s << 1 << 0;
    QTest::newRow("URL") << u"FILE://%1/list"_s << 1 << 0;
    QTest::newRow("folder") << u"%1"_s << 0 << 1;
    QTest::newRow("no such path") << u"%1/none"_s << 0 << 1;
    QTest::newRow("two paths are text") << u"%1/list\n%1/list"_s << 0 << 2;
}

void ReadingSources::readsAPathAsAList()
{
    QFETCH(QString, text);
    QVERIFY(!file(u"list"_s, "http://h/1").isEmpty());
    QMimeData data;
    data.setText(text.arg(m_dir->path()));
    const Links links = linksFromMimeData(data);
    QTEST(static_cast<int>(links.urls.size()), "links");
    QTEST(static_cast<int>(links.rejects.size()), "rejects");
}

void ReadingSources::aBrokenCharacterMakesNoOtherLink()
{
    QMimeData data;
    data.setText(u"http://h/"_s + QChar(u'\xD800') + u"x"_s);
    const Links links = linksFromMimeData(data);
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
}

LAPWING_TEST(ReadingSources)
#include "tst_sources.moc"
