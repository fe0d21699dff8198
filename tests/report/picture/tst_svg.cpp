// SPDX-License-Identifier: MIT
#include "report/picture/svg.h"

#include "measure/recordbuilder.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "report/picture/bars.h"
#include "report/picture/segments.h"
#include "report/picture/waterfall.h"
#include "report/selectedruns.h"
#include "report/svgprobe.h"
#include "report/xmlread.h"
#include "support/testmain.h"
#include "text/amounts.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace lapwing;
using namespace lapwing::test;
using report::Theme;
using report::toSvg;

namespace {

QString words(const Xml &xml)
{
    QStringList texts;
    for (const Element *element : xml.all(QStringLiteral("text")))
        texts << element->text;
    return texts.join(u'\n');
}

/// The place of the row of a task: the group whose tip begins with its name and its link.
int rowOf(const Xml &xml, const record::TaskRecord &task)
{
    const QString begin = task.name + u'\n' + plan::displayUrl(task.url);
    for (std::size_t place = 1; place < xml.elements.size(); ++place) {
        if (xml.elements[place].name == u"title" && xml.elements[place].text.startsWith(begin))
            return xml.elements[place].parent;
    }
    return -1;
}

/// There is a bar of this class in the row, from stamp to stamp on the scale of the run.
bool hasBar(const Xml &xml, int row, const QString &name, std::optional<record::Stamp> from,
            std::optional<record::Stamp> to, record::Stamp end)
{
    const auto at = [end](record::Stamp stamp) {
        return report::Columns::plot
            + (report::Columns::plotEnd - report::Columns::plot)
            * (measure::seconds(stamp) / measure::seconds(end));
    };
    const double x = at(from.value());
    const double width = std::max(at(to.value()) - x, report::thinnest);
    const auto bars = xml.inside(row, QStringLiteral("rect"));
    return std::ranges::any_of(bars, [&](const Element *bar) {
        return bar->attributes.value(QStringLiteral("class")) == name
            && std::abs(bar->attributes.value(QStringLiteral("x")).toDouble() - x) < 0.011
            && std::abs(bar->attributes.value(QStringLiteral("width")).toDouble() - width) < 0.011;
    });
}

std::vector<std::pair<QByteArray, report::Document>> everyDocument()
{
    return {{"compared", picturedComparison()},
            {"estimated", estimatedDocument()},
            {"troubled", troubledDocument()},
            {"slower", slowerDocument()},
            {"swept", picturedSweep()},
            {"long", longDocument()},
            {"hostile", hostileDocument(QStringLiteral("]]><script>&\u202e\x07"))},
            {"nothing", report::Document{}}};
}

} // namespace

class SvgTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentIsWellFormed_data();
    void everyDocumentIsWellFormed();
    void everyTaskHasItsBars();
    void everyTaskOfTheBaselineHasItsBars();
    void aRowHasTheTimeAndTheSizeOfItsTable();
    void headlineSaysIntervalAndRounds();
    void whatWasSavedIsSaid_data();
    void whatWasSavedIsSaid();
    void failuresHaveAWord();
    void lateStampsAreMarked();
    void theLoopIsShownOnlyWhereItWasWatched();
    void whatServersHeldOffHasALane();
    void longListsAreSummarised();
    void hostileNamesDoNoHarm_data();
    void hostileNamesDoNoHarm();
    void secretsAppearNowhere();
    void fullLinksAreShownWhenAsked();
    void aSweepMarksItsNumbers();
    void theFlagOfTheRecommendedNumberCoversNothing();
    void aBoundIsAnIntervalInASweep();
    void aSweepWithoutLevelsIsNoPicture();
    void themesDiffer();
    void roundsAreToldByTheOneNearestTheMedian();
};

void SvgTest::everyDocumentIsWellFormed_data()
{
    QTest::addColumn<QByteArray>("svg");
    for (const auto &[name, document] : everyDocument()) {
        QTest::addRow("%s light", name.constData()) << toSvg(document);
        QTest::addRow("%s dark", name.constData()) << toSvg(document, Theme::Dark);
        QTest::addRow("%s in a page", name.constData())
            << report::waterfallPicture(document, Theme::Automatic);
        QTest::addRow("%s levels", name.constData())
            << report::sweepPicture(document, Theme::Automatic);
    }
}

void SvgTest::everyDocumentIsWellFormed()
{
    QFETCH(QByteArray, svg);
    const Xml xml = readXml(svg);
    QCOMPARE(xml.error, QString());
    QCOMPARE(xml.elements.front().name, QStringLiteral("svg"));
    QVERIFY(xml.elements.front().attributes.value(QStringLiteral("height")).toDouble() > 0);
    QCOMPARE(xml.elements.at(1).name, QStringLiteral("title"));
    QVERIFY(!xml.elements.at(1).text.isEmpty());
    QCOMPARE(xml.elements.at(2).name, QStringLiteral("desc"));
    static const QRegularExpression fetched(
        QStringLiteral("href|src=|url\\(|@import|<script|nan|inf\\b"));
    QVERIFY(!fetched.match(QString::fromUtf8(svg)).hasMatch());
}

void SvgTest::everyTaskHasItsBars()
{
    report::Document document = picturedComparison();
    document.runs.resize(1);
    const record::Run &run = document.runs.front();
    const Xml xml = readXml(toSvg(document));
    const record::Stamp end = report::endOf(run);
    for (const record::TaskRecord &task : run.tasks) {
        const int row = rowOf(xml, task);
        QVERIFY2(row >= 0, qPrintable(task.name));
        const record::Attempt &attempt = task.attempts.front();
        const record::Hop &hop = attempt.hops.front();
        QVERIFY(hasBar(xml, row, QStringLiteral("f-look-up"), hop.lookUp, hop.asked, end));
        if (hop.encrypted)
            QVERIFY(hasBar(xml, row, QStringLiteral("f-set-up"), hop.asked, hop.sent, end));
        QVERIFY(hasBar(xml, row, QStringLiteral("f-wait"), hop.sent, hop.headers, end));
        QVERIFY(hasBar(xml, row, QStringLiteral("f-receive"), hop.headers, hop.end, end));
        QVERIFY(hasBar(xml, row, QStringLiteral("f-commit"), attempt.received, attempt.end, end));
    }
    QVERIFY(!hasBar(xml, rowOf(xml, run.tasks.front()), QStringLiteral("f-wait"),
                    run.tasks.at(9)->attempts.front().hops.front().sent,
                    run.tasks.at(9)->attempts.front().hops.front().headers, end));
}

void SvgTest::everyTaskOfTheBaselineHasItsBars()
{
    const report::Document document = picturedComparison();
    const Xml xml = readXml(toSvg(document));
    int found = 0;
    for (std::size_t place = 1; place < xml.elements.size(); ++place) {
        const Element &element = xml.elements[place];
        found += element.name == u"title" && element.depth == 2 && element.text.count(u'\n') == 1
            && !xml.inside(element.parent, QStringLiteral("rect")).empty();
    }
    QCOMPARE(found, 24);
}

/// Ten minutes of pause are no time of its own, and what came of a file is not its size.
void SvgTest::aRowHasTheTimeAndTheSizeOfItsTable()
{
    report::Document document = estimatedDocument();
    record::TaskRecord &task = document.runs.front().tasks.front().edit();
    task.size = 1'000'000'000;
    task.pauses = {{*task.end, *task.end + ms(600'000)}};
    *task.end += ms(600'000);
    const Xml xml = readXml(toSvg(document));
    QStringList figures;
    for (const Element *text : xml.inside(rowOf(xml, task), QStringLiteral("text")))
        figures << text->text;
    QCOMPARE(figures.mid(2),
             (QStringList{text::asFineTime(measure::timesOf(task).own), QStringLiteral("1.0 GB")}));
}

void SvgTest::headlineSaysIntervalAndRounds()
{
    const report::Document document = picturedComparison();
    const QString text = words(readXml(toSvg(document)));
    QVERIFY(text.contains(QStringLiteral("Together was %1× as fast as one at a time.")
                              .arg(text::asFactor(*document.comparison->speedup.value))));
    QVERIFY(text.contains(QStringLiteral("96.9 %")));
    QVERIFY(text.contains(QStringLiteral("6 round")));
    QVERIFY(text.contains(QStringLiteral("cold")));
}

void SvgTest::whatWasSavedIsSaid_data()
{
    QTest::addColumn<report::Document>("document");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("unsaid");
    QTest::newRow("measured") << picturedComparison() << QStringLiteral(" s saved")
                              << QStringLiteral("estimated");
    QTest::newRow("estimated") << estimatedDocument() << QStringLiteral(" s saved, estimated")
                               << QStringLiteral(" s lost");
    QTest::newRow("estimated, perhaps nothing")
        << doubtfulDocument() << QStringLiteral("up to ") << QStringLiteral("0.000 s");
    QTest::newRow("slower") << slowerDocument() << QStringLiteral(" s lost")
                            << QStringLiteral(" s saved");
    QTest::newRow("not comparable")
        << troubledDocument() << QStringLiteral("not comparable") << QStringLiteral(" s saved");
}

void SvgTest::whatWasSavedIsSaid()
{
    QFETCH(report::Document, document);
    QFETCH(QString, said);
    QFETCH(QString, unsaid);
    const QString text = words(readXml(toSvg(document)));
    QVERIFY2(text.contains(said), qPrintable(text));
    QVERIFY2(!text.contains(unsaid), qPrintable(text));
}

void SvgTest::failuresHaveAWord()
{
    const report::Document document = troubledDocument();
    const Xml xml = readXml(toSvg(document));
    const auto rowText = [&](std::size_t task) {
        const int row = rowOf(xml, document.runs.front().tasks.at(task));
        return row < 0 ? QString() : xml.elements.at(static_cast<std::size_t>(row)).text;
    };
    QVERIFY(rowText(5).contains(QStringLiteral("404 Not found")));
    QVERIFY(rowText(9).contains(QStringLiteral("No secure connection")));
    QVERIFY(rowText(7).contains(QStringLiteral("unverified")));
    QVERIFY(rowText(15).contains(QStringLiteral("cancelled")));
    QVERIFY(rowText(0).contains(QStringLiteral("done")));
    QVERIFY(rowText(13).contains(QStringLiteral("Waiting to retry")));
}

void SvgTest::lateStampsAreMarked()
{
    const report::Document document = troubledDocument();
    const Xml xml = readXml(toSvg(document));
    const int row = rowOf(xml, document.runs.front().tasks.at(8));
    QVERIFY(xml.elements.at(static_cast<std::size_t>(row))
                .text.contains(QStringLiteral("recorded late")));
    const auto paths = xml.inside(row, QStringLiteral("path"));
    QVERIFY(std::ranges::any_of(paths, [](const Element *path) {
        return path->attributes.value(QStringLiteral("class")) == u"f-still";
    }));
    QVERIFY(words(xml).contains(QStringLiteral("Time recorded late")));
    QVERIFY(!words(readXml(toSvg(picturedComparison()))).contains(QStringLiteral("recorded late")));
}

void SvgTest::whatServersHeldOffHasALane()
{
    report::Document document = estimatedDocument();
    QVERIFY(!words(readXml(toSvg(document))).contains(QStringLiteral("Held off by a server")));
    const QString host = QStringLiteral("https://cdn.example:443");
    document.runs.front().facts.holds = {{host, ms(10), ms(900), ms(110)},
                                         {host, ms(200), ms(900), ms(350)}};
    const QString all = words(readXml(toSvg(document)));
    QVERIFY2(all.contains(QStringLiteral("Held off by a server")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("2 times, 0.250 s in all")), qPrintable(all));
    QVERIFY(toSvg(document).contains("0.150 s, from 0.200 s")); // the tip of its bar
}

void SvgTest::theLoopIsShownOnlyWhereItWasWatched()
{
    report::Document document = estimatedDocument();
    QVERIFY(words(readXml(toSvg(document))).contains(QStringLiteral("longest 0.008 s")));
    document.runs.front().facts.loop->stills.clear();
    QVERIFY(words(readXml(toSvg(document)))
                .contains(QStringLiteral("never blocked for 5 ms or longer")));
    document.runs.front().facts.loop.reset();
    QVERIFY(!words(readXml(toSvg(document))).contains(QStringLiteral("Event loop")));
}

void SvgTest::longListsAreSummarised()
{
    const QByteArray svg = toSvg(longDocument());
    const QString text = words(readXml(svg));
    QVERIFY(text.contains(QStringLiteral("and %1 more, not drawn: %2 done, 1 failed")
                              .arg(QLocale().toString(9500), QLocale().toString(9499))));
    QVERIFY2(svg.size() < 2'000'000, qPrintable(QString::number(svg.size())));
}

void SvgTest::hostileNamesDoNoHarm_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
    QTest::newRow("end of data") << QStringLiteral("]]>-->\"'&amp;");
    QTest::newRow("controls") << QStringLiteral("\x01\x1b[31m\x7f\r\n");
    QTest::newRow("direction") << QStringLiteral("gpj.\u202eexe");
    QTest::newRow("half a pair") << QString(QChar(0xd83d));
    QTest::newRow("long") << QStringLiteral("<&\"").repeated(5000);
}

void SvgTest::hostileNamesDoNoHarm()
{
    QFETCH(QString, name);
    const QByteArray svg = toSvg(hostileDocument(name));
    const Xml xml = readXml(svg);
    QCOMPARE(xml.error, QString());
    QVERIFY(xml.all(QStringLiteral("script")).empty());
    QVERIFY(!QString::fromUtf8(svg).contains(QChar(0x202e)));
    QVERIFY(std::ranges::none_of(
        svg, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 0x7f; }));
    bool isTold = false;
    for (const Element *title : xml.all(QStringLiteral("title")))
        isTold = isTold || title->text.startsWith(report::visible(name) + u'\n');
    QVERIFY(isTold);
}

void SvgTest::secretsAppearNowhere()
{
    for (const auto &[name, document] : everyDocument())
        QVERIFY2(!toSvg(document).contains(picturedSecret.toUtf8()), name.constData());
}

void SvgTest::fullLinksAreShownWhenAsked()
{
    report::Document document = picturedComparison();
    document.redaction = plan::Redaction::Full;
    QVERIFY(toSvg(document).contains(picturedSecret.toUtf8()));
}

void SvgTest::aSweepMarksItsNumbers()
{
    report::Document document = picturedSweep();
    const QString text = words(readXml(toSvg(document)));
    QVERIFY(text.contains(QStringLiteral("recommended: 8")));
    QVERIFY(text.contains(QStringLiteral("knee: 4")));
    QVERIFY(text.contains(QStringLiteral("refused 61")));
    QVERIFY(text.contains(QStringLiteral("95 % or more")));
    document.sweep->points.back().level = 0.75;
    document.sweep->recommended.reset();
    const QString other = words(readXml(toSvg(document)));
    QVERIFY(!other.contains(QStringLiteral("recommended:")));
    QVERIFY(other.contains(QStringLiteral("too few for a 95 %")));
}

/// Also where the interval goes up to the top, as it does with few runs that vary.
void SvgTest::theFlagOfTheRecommendedNumberCoversNothing()
{
    report::Document document = picturedSweep();
    document.sweep->points.at(3).low = 0.8;
    document.sweep->points.at(3).throughput /= 2;
    const Xml xml = readXml(toSvg(document));
    double flagEnd = 0;
    for (const Element *rect : xml.all(QStringLiteral("rect"))) {
        if (rect->attributes.value(QStringLiteral("class")) == u"s-done")
            flagEnd = rect->attributes.value(QStringLiteral("y")).toDouble()
                + rect->attributes.value(QStringLiteral("height")).toDouble();
    }
    QVERIFY(flagEnd > 0);
    int bars = 0;
    static const QRegularExpression end(QStringLiteral("V([0-9.]+)M"));
    for (const Element *path : xml.all(QStringLiteral("path"))) {
        const auto bar = end.match(path->attributes.value(QStringLiteral("d")));
        if (!bar.hasMatch())
            continue;
        ++bars;
        QVERIFY2(bar.captured(1).toDouble() > flagEnd, qPrintable(bar.captured(1)));
    }
    QCOMPARE(bars, 6);
}

/// One of its figures may be above the middle of it.
void SvgTest::aBoundIsAnIntervalInASweep()
{
    report::Document document = picturedSweep();
    document.sweep->critical =
        measure::CriticalTask{1, QStringLiteral("huge.iso"), 1.3, 7.9, 7.81, 8.07};
    document.sweep->points.back().speedup = 8.02;
    const QString text = words(readXml(toSvg(document)));
    QVERIFY2(text.contains(QStringLiteral("the speed-up cannot exceed 7.81 to 8.07×.")),
             qPrintable(text));
}

void SvgTest::aSweepWithoutLevelsIsNoPicture()
{
    report::Document document = picturedSweep();
    document.sweep->points.clear();
    QCOMPARE(readXml(toSvg(document)).error, QString());
}

void SvgTest::themesDiffer()
{
    const report::Document document = estimatedDocument();
    const auto background = [&](Theme theme) {
        const Xml xml = readXml(toSvg(document, theme));
        return xml.all(QStringLiteral("rect")).front()->attributes.value(QStringLiteral("fill"));
    };
    QCOMPARE(background(Theme::Light), QStringLiteral("#ffffff"));
    QCOMPARE(background(Theme::Dark), report::colourOf(report::ColorRole::Paper, Theme::Dark));
}

void SvgTest::roundsAreToldByTheOneNearestTheMedian()
{
    report::Document document = picturedComparison();
    const measure::Speedup &speedup = document.comparison->speedup;
    const report::Drawn drawn = report::runsToDraw(document);
    const double shown = std::chrono::duration<double>(drawn.oneAtATime->facts.elapsed)
        / std::chrono::duration<double>(drawn.together->facts.elapsed);
    for (const double ratio : speedup.ratios)
        QVERIFY(std::abs(shown - *speedup.value) <= std::abs(ratio - *speedup.value) + 1e-9);
    QCOMPARE(drawn.together->facts.round, drawn.oneAtATime->facts.round);
}

LAPWING_TEST(SvgTest)
#include "measure/seconds.h"
#include "tst_svg.moc"
