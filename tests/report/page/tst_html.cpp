// SPDX-License-Identifier: MIT
#include "report/page/html.h"

#include "report/json/json.h"
#include "report/markup.h"
#include "report/page/pagestyle.h"
#include "report/svgprobe.h"
#include "report/xmlread.h"
#include "support/testmain.h"
#include "text/evidence.h"
#include "text/failure.h"
#include "text/shortreason.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace lapwing;
using namespace lapwing::test;
using report::toHtml;

namespace {

Xml pageOf(const report::Document &document)
{
    return readXml(toHtml(document));
}

QString textOf(const Xml &xml, const QString &name, const QString &id)
{
    for (const Element *element : xml.all(name)) {
        if (element->attributes.value(QStringLiteral("id")) == id)
            return element->text;
    }
    return {};
}

std::vector<std::pair<QByteArray, report::Document>> everyDocument()
{
    return {{"compared", picturedComparison()}, {"estimated", estimatedDocument()},
            {"troubled", troubledDocument()},   {"slower", slowerDocument()},
            {"swept", picturedSweep()},         {"nothing", report::Document{}}};
}

} // namespace

class HtmlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentIsWellFormed_data();
    void everyDocumentIsWellFormed();
    void nothingIsFetchedAndNothingRuns_data();
    void nothingIsFetchedAndNothingRuns();
    void thePolicyAllowsTheStyleAlone();
    void aScreenReaderFindsItsWay_data();
    void aScreenReaderFindsItsWay();
    void phasesSayHowTheyAreKnown();
    void failuresComeWithAdvice();
    void probesAreCalledProbes();
    void theVerdictIsToldWithItsFigures();
    void anEstimateWithoutALowEndIsABound();
    void roundsAndOutliersAreListed();
    void levelsAreListed();
    void hostileTextDoesNoHarm_data();
    void hostileTextDoesNoHarm();
    void secretsAppearNowhere();
    void theRunDocumentStandsInIt();
    void longListsStaySmall();
};

void HtmlTest::everyDocumentIsWellFormed_data()
{
    QTest::addColumn<QByteArray>("html");
    for (const auto &[name, document] : everyDocument())
        QTest::newRow(name.constData()) << toHtml(document);
}

void HtmlTest::everyDocumentIsWellFormed()
{
    QFETCH(QByteArray, html);
    const Xml xml = readXml(html);
    QCOMPARE(xml.error, QString());
    QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    static const QSet<QString> canBeEmpty{QStringLiteral("meta"), QStringLiteral("rect"),
                                          QStringLiteral("path"), QStringLiteral("circle")};
    static const QRegularExpression closed(QStringLiteral("<([a-z0-9]+)[^<>]*/>"));
    for (auto found = closed.globalMatch(QString::fromUtf8(html)); found.hasNext();)
        QVERIFY(canBeEmpty.contains(found.next().captured(1))); // HTML would leave others open
}

void HtmlTest::nothingIsFetchedAndNothingRuns_data()
{
    everyDocumentIsWellFormed_data();
}

void HtmlTest::nothingIsFetchedAndNothingRuns()
{
    QFETCH(QByteArray, html);
    static const QSet<QString> forbidden{
        QStringLiteral("link"),   QStringLiteral("img"),   QStringLiteral("iframe"),
        QStringLiteral("object"), QStringLiteral("embed"), QStringLiteral("base"),
        QStringLiteral("form"),   QStringLiteral("image"), QStringLiteral("use"),
        QStringLiteral("audio"),  QStringLiteral("video"), QStringLiteral("foreignObject")};
    for (const Element &element : readXml(html).elements) {
        QVERIFY2(!forbidden.contains(element.name), qPrintable(element.name));
        if (element.name == u"script")
            QCOMPARE(element.attributes.value(QStringLiteral("type")),
                     QStringLiteral("application/json"));
        for (const QString &attribute : element.attributes.keys()) {
            QVERIFY2(!attribute.startsWith(u"on"), qPrintable(attribute));
            QVERIFY(attribute != u"style" && attribute != u"src" && attribute != u"href");
        }
    }
    QVERIFY(!report::pageStyle().contains("url("));
    QVERIFY(!report::pageStyle().contains("@import"));
}

void HtmlTest::thePolicyAllowsTheStyleAlone()
{
    const Xml xml = pageOf(estimatedDocument());
    const QByteArray style = xml.all(QStringLiteral("style")).front()->text.toUtf8();
    const QByteArray digest =
        QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    QString policy;
    for (const Element *meta : xml.all(QStringLiteral("meta"))) {
        if (meta->attributes.value(QStringLiteral("http-equiv")) == u"Content-Security-Policy")
            policy = meta->attributes.value(QStringLiteral("content"));
    }
    QCOMPARE(policy,
             QStringLiteral("default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; "
                            "form-action 'none'")
                 .arg(QString::fromLatin1(digest)));
    QVERIFY(std::ranges::none_of(style, [](char c) { return c == '<' || c == '>' || c == '&'; }));
}

void HtmlTest::aScreenReaderFindsItsWay_data()
{
    everyDocumentIsWellFormed_data();
}

void HtmlTest::aScreenReaderFindsItsWay()
{
    QFETCH(QByteArray, html);
    const Xml xml = readXml(html);
    QCOMPARE(xml.all(QStringLiteral("h1")).size(), std::size_t(1));
    QVERIFY(!xml.all(QStringLiteral("h1")).front()->text.isEmpty());
    QCOMPARE(xml.all(QStringLiteral("main")).size(), std::size_t(1));
    for (const Element *head : xml.all(QStringLiteral("th")))
        QVERIFY(head->attributes.contains(QStringLiteral("scope")));
    QCOMPARE(xml.all(QStringLiteral("table")).size(), xml.all(QStringLiteral("caption")).size());
    QSet<QString> ids;
    for (const Element &element : xml.elements) {
        const QString id = element.attributes.value(QStringLiteral("id"));
        QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
        ids.insert(id);
    }
    for (const Element *svg : xml.all(QStringLiteral("svg"))) {
        const QString names = svg->attributes.value(QStringLiteral("aria-labelledby"));
        for (const QString &name : names.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(ids.contains(name), qPrintable(name));
        QVERIFY(!names.isEmpty() || svg->attributes.contains(QStringLiteral("aria-hidden")));
    }
}

void HtmlTest::phasesSayHowTheyAreKnown()
{
    const Xml xml = pageOf(troubledDocument());
    QStringList cells;
    QStringList titles;
    for (const Element *cell : xml.all(QStringLiteral("td"))) {
        cells << cell->text;
        titles << cell->attributes.value(QStringLiteral("title"));
    }
    for (const QString &word :
         {QStringLiteral("reused"), QStringLiteral("n/a"), QStringLiteral("not observable")})
        QVERIFY2(cells.contains(word), qPrintable(word));
    QVERIFY(!titles.filter(QStringLiteral("Qt says when")).isEmpty());
    QVERIFY(!cells.filter(QRegularExpression(QStringLiteral("^~\\d"))).isEmpty()); // a late stamp
    QCOMPARE(xml.all(QStringLiteral("tbody")).size(), xml.all(QStringLiteral("thead")).size());
}

void HtmlTest::failuresComeWithAdvice()
{
    const report::Document document = troubledDocument();
    const QString text =
        textOf(pageOf(document), QStringLiteral("section"), QStringLiteral("failures-1"));
    for (const std::size_t task : {5U, 9U}) {
        const record::Failure &failure = *document.runs.front().tasks.at(task)->failure;
        QVERIFY(text.contains(text::shortReason(failure)) && !text.contains(failure.code));
        QVERIFY(text.contains(text::sentence(failure)));
        QVERIFY(text.contains(text::advice(failure)));
    }
    QVERIFY(textOf(pageOf(picturedComparison()), QStringLiteral("section"),
                   QStringLiteral("failures-1"))
                .isEmpty());
}

void HtmlTest::probesAreCalledProbes()
{
    const QString text =
        textOf(pageOf(picturedComparison()), QStringLiteral("section"), QStringLiteral("probes"));
    QVERIFY(text.contains(QStringLiteral("Probe, not one of the downloads")));
    QVERIFY(text.contains(QStringLiteral("192.0.2.7")));
    QVERIFY(text.contains(QStringLiteral("Connection refused")));
}

void HtmlTest::theVerdictIsToldWithItsFigures()
{
    report::Document document = estimatedDocument();
    const QString text =
        textOf(pageOf(document), QStringLiteral("section"), QStringLiteral("verdict"));
    QVERIFY(text.contains(QStringLiteral("Limited by latency")));
    QVERIFY(text.contains(QStringLiteral("I/O-bound")));
    QVERIFY(text.contains(text::evidenceTitle(QStringLiteral("wait_share"))));
    document.verdicts.clear();
    QVERIFY(
        textOf(pageOf(document), QStringLiteral("section"), QStringLiteral("verdict")).isEmpty());
}

void HtmlTest::anEstimateWithoutALowEndIsABound()
{
    report::Document document = estimatedDocument();
    document.comparison->speedup.low = 0.02;
    document.comparison->speedup.high = 4;
    QVERIFY(toHtml(document).contains("<dd>up to 4.0× as fast<small>"));
}

void HtmlTest::roundsAndOutliersAreListed()
{
    const report::Document document = picturedComparison();
    const QString text =
        textOf(pageOf(document), QStringLiteral("section"), QStringLiteral("rounds"));
    for (const double ratio : document.comparison->speedup.ratios)
        QVERIFY(text.contains(QLocale().toString(ratio, 'f', 2)));
    QCOMPARE(text.count(QStringLiteral("outlier (counted)")), 1);
}

void HtmlTest::levelsAreListed()
{
    const QString text =
        textOf(pageOf(picturedSweep()), QStringLiteral("section"), QStringLiteral("levels"));
    QVERIFY(text.contains(QStringLiteral("8 ← recommended")));
    QVERIFY(text.contains(QStringLiteral("61")));
    QVERIFY(text.contains(QStringLiteral("79 %"))); // an efficiency of 0.787
}

void HtmlTest::hostileTextDoesNoHarm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << QStringLiteral("</script><script>alert(1)</script>");
    QTest::newRow("image") << QStringLiteral("<img src=x onerror=alert(1)>");
    QTest::newRow("attribute") << QStringLiteral("\" onload=\"alert(1)");
    QTest::newRow("end of data") << QStringLiteral("]]>--><!--</title></style>");
    QTest::newRow("controls") << QStringLiteral("\x01\x1b[31m\x7f\r\n");
    QTest::newRow("direction") << QStringLiteral("gpj.\u202eexe");
}

void HtmlTest::hostileTextDoesNoHarm()
{
    QFETCH(QString, text);
    const QByteArray html = toHtml(hostileDocument(text));
    const Xml xml = readXml(html);
    QCOMPARE(xml.error, QString());
    QCOMPARE(html.count("<script"), 1);
    QVERIFY(xml.all(QStringLiteral("img")).empty());
    const QString data = xml.all(QStringLiteral("script")).front()->text;
    const QString outside = QString::fromUtf8(html).remove(data);
    QVERIFY(!outside.contains(QChar(0x202e)));
    QVERIFY(outside.contains(report::visible(text).toHtmlEscaped()));
    for (const Element &element : xml.elements) {
        for (const QString &attribute : element.attributes.keys())
            QVERIFY(!attribute.startsWith(u"on"));
    }
}

void HtmlTest::secretsAppearNowhere()
{
    for (const auto &[name, document] : everyDocument())
        QVERIFY2(!toHtml(document).contains(picturedSecret.toUtf8()), name.constData());
}

void HtmlTest::theRunDocumentStandsInIt()
{
    const report::Document document = hostileDocument(QStringLiteral("</script>&<b>"));
    const QString data =
        textOf(pageOf(document), QStringLiteral("script"), QStringLiteral("run-document"));
    QCOMPARE(QJsonDocument::fromJson(data.toUtf8()).object(),
             QJsonDocument::fromJson(report::toJson(document)).object());
}

void HtmlTest::longListsStaySmall()
{
    const QByteArray html = toHtml(longDocument());
    const Xml xml = readXml(html);
    QCOMPARE(xml.error, QString());
    QVERIFY(xml.all(QStringLiteral("script")).empty());
    QVERIFY2(html.size() < 5'000'000, qPrintable(QString::number(html.size())));
    QVERIFY(textOf(xml, QStringLiteral("section"), QStringLiteral("tasks"))
                .contains(QStringLiteral("first 500")));
}

LAPWING_TEST(HtmlTest)
#include "text/failure.h"
#include "tst_html.moc"
