// SPDX-License-Identifier: MIT
#include "plan/lists/html.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

class ReadingHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsLinks_data();
    void findsLinks();
    void aRelativeBaseIsThatOfThePage_data();
    void aRelativeBaseIsThatOfThePage();
    void saysWhyNot_data();
    void saysWhyNot();
    void noPageMakesItSlow_data();
    void noPageMakesItSlow();
};

void ReadingHtml::findsLinks_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *name, const QString &html, const QStringList &expected) {
        QTest::newRow(name) << html << expected;
    };
    const QStringList one{u"http://h/1"_s};
    row("none", u"<p>http://h/1</p>"_s, {});
    row("double quotes", u"<a href=\"http://h/1\">x</a>"_s, one);
    row("single quotes", u"<a href='http://h/1'>x</a>"_s, one);
    row("no quotes", u"<a href=http://h/1>x</a>"_s, one);
    row("blanks and case", u"<A\n CLASS=x\tHREF = ' http://h/1 '>x</A>"_s, one);
    row("other attributes", u"<a download data-x='>' title=it's href=http://h/1 rel=x>"_s, one);
    row("the first href counts", u"<a href=http://h/1 href=http://h/2>"_s, one);
    row("wrapped", u"<a href='http://\n\th/1'>"_s, one);
    row("entities", u"<a href='http://h/?a=1&amp;b=&#50;&#x26;copy=3'>"_s,
        {u"http://h/?a=1&b=2&copy=3"_s});
    row("no entity", u"<a href='http://h/?a=1&copy=2&amp=3'>"_s, {u"http://h/?a=1&copy=2&amp=3"_s});
    row("comment", u"<!-- <a href=http://h/0> --><a href=http://h/1>"_s, one);
    row("open comment", u"<a href=http://h/1><!-- <a href=http://h/0>"_s, one);
    row("script", u"<script>'<a href=http://h/0>'</script><a href=http://h/1>"_s, one);
    row("style", u"<style><a href=http://h/0></STYLE><a href=http://h/1>"_s, one);
    row("in an attribute", u"<img alt='<a href=http://h/0>'><a href=http://h/1>"_s, one);
    row("other elements",
        u"<area href=http://h/0><abbr href=http://h/0><link href=http://h/0><a href=http://h/1>"_s,
        one);
    row("mere signs", u"1 < 2 <3 <> </a href=http://h/0> <a href=http://h/1>"_s, one);
    row("no href", u"<a name=x><a hrefs=http://h/0><a>"_s, {});
    row("open tag", u"<a href=http://h/1"_s, one);
    row("self-closing", u"<a href='http://h/1'/>"_s, one);
    row("order and twins", u"<a href=http://h/2><a href=http://h/1><a href=http://h/2>"_s,
        {u"http://h/2"_s, u"http://h/1"_s, u"http://h/2"_s});
    row("base",
        u"<base href='http://h/d/x'><a href=a><a href=../b><a href=/c><a href=//i/d><a href='?e'>"_s,
        {u"http://h/d/a"_s, u"http://h/b"_s, u"http://h/c"_s, u"http://i/d"_s,
         u"http://h/d/x?e"_s});
    row("base behind, the first counts", u"<a href=a><base href=http://h/><base href=http://i/>"_s,
        {u"http://h/a"_s});
    row("base leaves the rest alone", u"<base href=http://i/><a href=http://h/1>"_s, one);
}

void ReadingHtml::findsLinks()
{
    QFETCH(QString, html);
    const Links links = linksFromHtml(html);
    QStringList found;
    for (const QUrl &url : links.urls)
        found << url.toString(QUrl::FullyEncoded);
    QTEST(found, "expected");
    QVERIFY(links.rejects.empty());
}

/// As browsers have it (HTML standard, section 4.2.3).
void ReadingHtml::aRelativeBaseIsThatOfThePage_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a path") << u"<base href=/pub/>"_s << u"https://h/pub/a.iso"_s;
    QTest::newRow("a folder") << u"<base href=pub/>"_s << u"https://h/app/pub/a.iso"_s;
    QTest::newRow("a host") << u"<base href=//cdn.h/pub/>"_s << u"https://cdn.h/pub/a.iso"_s;
    QTest::newRow("a link") << u"<base href=http://i/>"_s << u"http://i/a.iso"_s;
    QTest::newRow("no link") << u"<base href=file:///d/>"_s << u"https://h/app/a.iso"_s;
    QTest::newRow("empty") << u"<base href=''>"_s << u"https://h/app/a.iso"_s;
    QTest::newRow("none") << QString() << u"https://h/app/a.iso"_s;
}

void ReadingHtml::aRelativeBaseIsThatOfThePage()
{
    QFETCH(QString, base);
    const Links links =
        linksFromHtml(base + u"<a href=a.iso>"_s, QUrl(u"https://h/app/index.html"_s));
    QCOMPARE(links.urls.size(), 1U);
    QTEST(links.urls.front().toString(QUrl::FullyEncoded), "expected");
}

void ReadingHtml::saysWhyNot_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<ListError>("because");

    QTest::newRow("javascript") << u"<p>\n<a href='JavaScript:x()'>"_s << 2 << u"JavaScript:x()"_s
                                << ListError{ListFault::OtherScheme, u"javascript"_s};
    QTest::newRow("hidden javascript")
        << u"<a href='java&#10;script:x()'>"_s << 1 << u"javascript:x()"_s
        << ListError{ListFault::OtherScheme, u"javascript"_s};
    QTest::newRow("mailto") << u"<a href=mailto:me@h>"_s << 1 << u"mailto:me@h"_s
                            << ListError{ListFault::OtherScheme, u"mailto"_s};
    QTest::newRow("data") << u"<a href=data:,x>"_s << 1 << u"data:,x"_s
                          << ListError{ListFault::OtherScheme, u"data"_s};
    QTest::newRow("file") << u"<a href=file:///etc/passwd>"_s << 1 << u"file:///etc/passwd"_s
                          << ListError{ListFault::OtherScheme, u"file"_s};
    QTest::newRow("relative") << u"\n\n<a\nhref=a/b>"_s << 3 << u"a/b"_s
                              << ListError{ListFault::NoBase};
    QTest::newRow("base is no link")
        << u"<base href=file:///d/><a href=a>"_s << 1 << u"a"_s << ListError{ListFault::NoBase};
    QTest::newRow("fragment") << u"<base href=http://h/><a href='#top'>"_s << 1 << u"#top"_s
                              << ListError{ListFault::PlaceInPage};
    QTest::newRow("empty") << u"<a href=''>"_s << 1 << QString()
                           << ListError{ListFault::PlaceInPage};
    QTest::newRow("no host") << u"<a href='http:\\\\h\\a'>"_s << 1 << u"http:\\\\h\\a"_s
                             << ListError{ListFault::NoHost};
    QTest::newRow("quotation mark missing")
        << u"<a href='http://h/a>x</a> <a href=http://h/2>"_s << 1
        << u"http://h/a>x</a> <a href=http://h/2>"_s << ListError{ListFault::OpenQuotationMark};
    QTest::newRow("entity beyond Unicode") << u"<a href='http://h/&#1114112;'>"_s << 1
                                           << u"http://h/\uFFFD"_s << ListError{ListFault::NotText};
}

void ReadingHtml::saysWhyNot()
{
    QFETCH(QString, html);
    QFETCH(ListError, because);
    const Links links = linksFromHtml(html);
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QTEST(links.rejects.front().line, "line");
    QTEST(links.rejects.front().text, "text");
    QVERIFY(links.rejects.front().error == because);
}

void ReadingHtml::noPageMakesItSlow_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("tags without end") << u"<a "_s;
    QTest::newRow("quotes without end") << u"<a href=\"'"_s;
    QTest::newRow("comments without end") << u"<!--"_s;
    QTest::newRow("signs") << u"<<=/"_s;
    QTest::newRow("scripts") << u"<script>"_s;
    QTest::newRow("entities") << u"<a href=&&#"_s;
    QTest::newRow("good links") << u"<a href='http://h/a/long/enough/path/to/be/real'>x</a>\n"_s;
}

void ReadingHtml::noPageMakesItSlow()
{
    QFETCH(QString, piece);
    const QString html = piece.repeated(5'000'000 / piece.size());
    QElapsedTimer timer;
    timer.start();
    const Links links = linksFromHtml(html);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

LAPWING_TEST(ReadingHtml)
#include "tst_html.moc"
