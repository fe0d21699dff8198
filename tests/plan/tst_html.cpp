// SPDX-License-Identifier: MIT
#include "plan/links.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace lapwing::plan;

class ReadingHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsLinks_data();
    void findsLinks();
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
    const QStringList one{u"http://h/1"_qs};
    row("none", u"<p>http://h/1</p>"_qs, {});
    row("double quotes", u"<a href=\"http://h/1\">x</a>"_qs, one);
    row("single quotes", u"<a href='http://h/1'>x</a>"_qs, one);
    row("no quotes", u"<a href=http://h/1>x</a>"_qs, one);
    row("blanks and case", u"<A\n CLASS=x\tHREF = ' http://h/1 '>x</A>"_qs, one);
    row("other attributes", u"<a download data-x='>' title=it's href=http://h/1 rel=x>"_qs, one);
    row("the first href counts", u"<a href=http://h/1 href=http://h/2>"_qs, one);
    row("wrapped", u"<a href='http://\n\th/1'>"_qs, one);
    row("entities", u"<a href='http://h/?a=1&amp;b=&#50;&#x26;copy=3'>"_qs,
        {u"http://h/?a=1&b=2&copy=3"_qs});
    row("no entity", u"<a href='http://h/?a=1&copy=2&amp=3'>"_qs,
        {u"http://h/?a=1&copy=2&amp=3"_qs});
    row("comment", u"<!-- <a href=http://h/0> --><a href=http://h/1>"_qs, one);
    row("open comment", u"<a href=http://h/1><!-- <a href=http://h/0>"_qs, one);
    row("script", u"<script>'<a href=http://h/0>'</script><a href=http://h/1>"_qs, one);
    row("style", u"<style><a href=http://h/0></STYLE><a href=http://h/1>"_qs, one);
    row("in an attribute", u"<img alt='<a href=http://h/0>'><a href=http://h/1>"_qs, one);
    row("other elements",
        u"<area href=http://h/0><abbr href=http://h/0><link href=http://h/0><a href=http://h/1>"_qs,
        one);
    row("mere signs", u"1 < 2 <3 <> </a href=http://h/0> <a href=http://h/1>"_qs, one);
    row("no href", u"<a name=x><a hrefs=http://h/0><a>"_qs, {});
    row("open tag", u"<a href=http://h/1"_qs, one);
    row("self-closing", u"<a href='http://h/1'/>"_qs, one);
    row("order and twins", u"<a href=http://h/2><a href=http://h/1><a href=http://h/2>"_qs,
        {u"http://h/2"_qs, u"http://h/1"_qs, u"http://h/2"_qs});
    row("base",
        u"<base href='http://h/d/x'><a href=a><a href=../b><a href=/c><a href=//i/d><a href='?e'>"_qs,
        {u"http://h/d/a"_qs, u"http://h/b"_qs, u"http://h/c"_qs, u"http://i/d"_qs,
         u"http://h/d/x?e"_qs});
    row("base behind, the first counts", u"<a href=a><base href=http://h/><base href=http://i/>"_qs,
        {u"http://h/a"_qs});
    row("base leaves the rest alone", u"<base href=http://i/><a href=http://h/1>"_qs, one);
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

void ReadingHtml::saysWhyNot_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("because");

    QTest::newRow("javascript") << u"<p>\n<a href='JavaScript:x()'>"_qs << 2 << u"JavaScript:x()"_qs
                                << u"“javascript:”"_qs;
    QTest::newRow("hidden javascript")
        << u"<a href='java&#10;script:x()'>"_qs << 1 << u"javascript:x()"_qs << u"“javascript:”"_qs;
    QTest::newRow("mailto") << u"<a href=mailto:me@h>"_qs << 1 << u"mailto:me@h"_qs
                            << u"“mailto:”"_qs;
    QTest::newRow("data") << u"<a href=data:,x>"_qs << 1 << u"data:,x"_qs << u"“data:”"_qs;
    QTest::newRow("file") << u"<a href=file:///etc/passwd>"_qs << 1 << u"file:///etc/passwd"_qs
                          << u"“file:”"_qs;
    QTest::newRow("relative") << u"\n\n<a\nhref=a/b>"_qs << 3 << u"a/b"_qs << u"relative"_qs;
    QTest::newRow("base is no link")
        << u"<base href=file:///d/><a href=a>"_qs << 1 << u"a"_qs << u"relative"_qs;
    QTest::newRow("fragment") << u"<base href=http://h/><a href='#top'>"_qs << 1 << u"#top"_qs
                              << u"page itself"_qs;
    QTest::newRow("empty") << u"<a href=''>"_qs << 1 << QString() << u"page itself"_qs;
    QTest::newRow("no host") << u"<a href='http:\\\\h\\a'>"_qs << 1 << u"http:\\\\h\\a"_qs
                             << u"no host"_qs;
    QTest::newRow("quotation mark missing")
        << u"<a href='http://h/a>x</a> <a href=http://h/2>"_qs << 1
        << u"http://h/a%3Ex%3C/a> <a href=http://h/2>"_qs << u"quotation mark"_qs;
    QTest::newRow("entity beyond Unicode")
        << u"<a href='http://h/&#1114112;'>"_qs << 1 << u"http://h/%EF%BF%BD"_qs << u"UTF-8"_qs;
}

void ReadingHtml::saysWhyNot()
{
    QFETCH(QString, html);
    QFETCH(QString, because);
    const Links links = linksFromHtml(html);
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QTEST(links.rejects.front().line, "line");
    QTEST(links.rejects.front().text, "text");
    QVERIFY2(links.rejects.front().reason.contains(because),
             qPrintable(links.rejects.front().reason));
}

void ReadingHtml::noPageMakesItSlow_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("tags without end") << u"<a "_qs;
    QTest::newRow("quotes without end") << u"<a href=\"'"_qs;
    QTest::newRow("comments without end") << u"<!--"_qs;
    QTest::newRow("signs") << u"<<=/"_qs;
    QTest::newRow("scripts") << u"<script>"_qs;
    QTest::newRow("entities") << u"<a href=&&#"_qs;
    QTest::newRow("good links") << u"<a href='http://h/a/long/enough/path/to/be/real'>x</a>\n"_qs;
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
