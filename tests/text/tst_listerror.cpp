// SPDX-License-Identifier: MIT
#include "plan/lists/html.h"
#include "plan/lists/listline.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "text/listerror.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using plan::ListError;
using plan::ListFault;

namespace {

/// Why the only line of a list, or the only link of a page, gave none.
QString reasonIn(const plan::Links &links)
{
    return links.urls.empty() && links.rejects.size() == 1 ? text::sentence(links.rejects.front())
                                                           : QString();
}

} // namespace

class ListErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasASentence();
    void linesAndLinks_data();
    void linesAndLinks();
    void pages_data();
    void pages();
    void files();
    void listsThatAreCutOff_data();
    void listsThatAreCutOff();
    void aRejectNamesTheListItStandsIn();
    void whatIsNotUsedIsNamed();
};

void ListErrorTest::whatIsNotUsedIsNamed()
{
    QCOMPARE(text::unusedSettings({}), QString());
    QCOMPARE(
        text::unusedSettings(
            {{QStringLiteral("#"), 1}, {QStringLiteral("#3"), 2}, {QStringLiteral("split"), 1}}),
        QStringLiteral("#, column 3, split"));
}

void ListErrorTest::everyFaultHasASentence()
{
    QStringList seen;
    for (int fault = 0; fault <= static_cast<int>(ListFault::StartsProgram); ++fault) {
        const QString sentence = text::sentence({static_cast<ListFault>(fault), u"detail"_s});
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u"%1"), qPrintable(sentence));
        QVERIFY2(!seen.contains(sentence), qPrintable(sentence));
        seen << sentence;
    }
}

void ListErrorTest::linesAndLinks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const QString &line, const QString &says) {
        QTest::newRow(qPrintable(line)) << line << says;
    };
    const QString several = u"It is more than one link; put each on its own line."_s;
    const QString control = u"It contains control characters or is not UTF-8."_s;
    const QString noHttp = u"It does not start with http:// or https://."_s;
    const QString noHost = u"It has no host name."_s;
    const QString port = u"Its host or its port (1 to 65535) is not valid."_s;
    const QString unclear =
        u"This may be one link, or a link and more. Put a tab before a file name, “ #” before a "
        "note; within a link, write a space as “%20”, “,” as “%2C”, “;” as “%3B” and “|” as “%7C”."_s;
    row(u"hello"_s, noHttp);
    row(u"localhost:8080/a"_s, noHttp);
    row(u"FTP://h/a"_s,
        u"Links that start with “ftp:” cannot be downloaded, only http and https."_s);
    row(u"javascript:alert(1)"_s,
        u"Links that start with “javascript:” cannot be downloaded, only http and https."_s);
    row(u"http:///a"_s, noHost);
    row(u"http://me:pw@/a"_s, noHost);
    row(u"http://h:0/"_s, port);
    row(u"http://[::1/"_s, port);
    row(u"http://user:p@ss@h/"_s,
        u"There is more than one “@” before the host. In a user name or password, write “@” as "
        "“%40”."_s);
    row(u"http://h/a\x1B"_s, control);
    row(u"http://h/a https://h/b"_s, several);
    row(u"[a](http://h/a) [b](http://h/b)"_s, several);
    row(u"http://h/a.iso,b"_s, unclear);
    row(u"http://h/a.jpg,b.png"_s, unclear);
    row(u"http://h/a.iso\tb\tc"_s, u"It contains more than a link and a file name."_s);
    const QString name =
        u"“%1” after the link is not a file name: it must not contain “/” or “\\”."_s;
    row(u"http://h/a.iso\tb/c.iso"_s, name.arg(u"b/c.iso"_s));
    row(u"http://h/a.iso\tb/c\x1B[2J"_s, name.arg(u"b/c\uFFFD[2J"_s));
    row(u"http://h/a.iso\tftp://me:hush@h/b?t=hush"_s, name.arg(u"ftp://h/b?t=redacted"_s));
}

void ListErrorTest::linesAndLinks()
{
    QFETCH(QString, line);
    QTEST(reasonIn(plan::linksFromText(line.toUtf8())), "says");
}

void ListErrorTest::pages_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("says");
    QTest::newRow("scheme")
        << u"<a href=mailto:me@h>"_s
        << u"Links that start with “mailto:” cannot be downloaded, only http and https."_s;
    QTest::newRow("relative")
        << u"<a href=a/b>"_s
        << u"It is a relative link, and the page does not say which address it is relative to."_s;
    QTest::newRow("fragment") << u"<a href='#top'>"_s
                              << u"It points to a place in the page itself."_s;
    QTest::newRow("quotation mark") << u"<a href='http://h/a>x</a> <a href=http://h/2>"_s
                                    << u"The quotation mark after the link is missing."_s;
    QTest::newRow("long") << u"<a href='http://h/%1'>"_s.arg(QString(plan::maxLineLength, u'x'))
                          << u"The link is longer than 64 KiB."_s;
    QTest::newRow("large") << QString(plan::maxListSize + 1, u'x')
                           << u"The page is larger than 64 MiB; the rest was ignored."_s;
}

void ListErrorTest::pages()
{
    QFETCH(QString, html);
    QTEST(reasonIn(plan::linksFromHtml(html)), "says");
}

void ListErrorTest::files()
{
    const auto said = [](ListFault fault, const QString &detail = {}) {
        return text::sentence({fault, detail});
    };
    QCOMPARE(said(ListFault::Folder), u"It is a folder, not a list."_s);
    QCOMPARE(said(ListFault::NoSuchFile), u"There is no such file."_s);
    QCOMPARE(said(ListFault::NeitherFileNorLink),
             u"There is no such file, and it does not start with http:// or https://."_s);
    QCOMPARE(said(ListFault::NotRegular), u"It is not a regular file."_s);
    QCOMPARE(said(ListFault::FileTooLarge), u"It is larger than 64 MiB."_s);
    QCOMPARE(said(ListFault::Unreadable, u"Permission denied"_s),
             u"It cannot be read: Permission denied."_s);
    QCOMPARE(said(ListFault::NotTextFile), u"It is not a text file."_s);
    QCOMPARE(said(ListFault::RemoteHost), u"The file is on a remote host."_s);
    QVERIFY2(said(ListFault::TooManyInRange, u"10001"_s).endsWith(u" None was added."),
             "others of the list may have used up what is allowed");
    QCOMPARE(said(ListFault::TooManyLists), u"At most 64 lists can be added at once."_s);
}

void ListErrorTest::listsThatAreCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("line") << QByteArray("http://h/" + QByteArray(plan::maxLineLength, 'x'))
                          << u"The line is longer than 64 KiB."_s;
    QTest::newRow("list") << QByteArray(plan::maxListSize + 1, 'x')
                          << u"The list is larger than 64 MiB; the rest was ignored."_s;
    QTest::newRow("rejects") << QByteArray("x\n").repeated(100'010)
                             << u"Too many lines are not links; the rest was ignored."_s;
}

void ListErrorTest::listsThatAreCutOff()
{
    QFETCH(QByteArray, bytes);
    const plan::Links links = plan::linksFromText(bytes);
    QVERIFY(!links.rejects.empty());
    QTEST(text::sentence(links.rejects.back()), "says");
}

void ListErrorTest::aRejectNamesTheListItStandsIn()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a list.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("file:///etc/passwd\n") > 0);
    file.close();
    const QByteArray list = QUrl::fromLocalFile(file.fileName()).toEncoded();
    QCOMPARE(reasonIn(plan::linksFromUriList(list)),
             u"In a list.txt: Links that start with “file:” cannot be downloaded, only http and "
             "https."_s);
    const QByteArray none = QUrl::fromLocalFile(folder.path()).toEncoded();
    QCOMPARE(reasonIn(plan::linksFromUriList(none)), u"It is a folder, not a list."_s);
}

LAPWING_TEST(ListErrorTest)
#include "tst_listerror.moc"
